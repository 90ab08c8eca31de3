import type { ComponentProps } from 'react';
import type { Agreement } from '@/api/generated';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepAgreement, useReadAgreementAgain } from '../useKeepAgreement';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, Agreement>
>;

interface Props<Values extends Record<string, unknown>>
  extends Omit<Move<Values>, 'onSaved' | 'onStale'> {
  agreement: Agreement;
}

/** What every dialog of an agreement is given. */
export interface AgreementMove {
  agreement: Agreement;
  onClose: () => void;
}

/** A move of an agreement. */
export function AgreementDialog<Values extends Record<string, unknown>>({
  agreement,
  ...move
}: Props<Values>) {
  const keep = useKeepAgreement();
  return (
    <MoveDialog
      {...move}
      onSaved={(saved) => void keep(saved)}
      onStale={useReadAgreementAgain(agreement.id)}
    />
  );
}
