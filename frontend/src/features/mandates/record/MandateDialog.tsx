import type { ComponentProps } from 'react';
import type { Mandate } from '@/api/generated';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepMandate, useReadMandateAgain } from '../useKeepMandate';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, Mandate>
>;

interface Props<Values extends Record<string, unknown>>
  extends Omit<Move<Values>, 'onSaved' | 'onStale'> {
  mandate: Mandate;
}

/** What every dialog of a mandate is given. */
export interface MandateMove {
  mandate: Mandate;
  onClose: () => void;
}

/** A move of a mandate. */
export function MandateDialog<Values extends Record<string, unknown>>({
  mandate,
  ...move
}: Props<Values>) {
  const keep = useKeepMandate();
  return (
    <MoveDialog
      {...move}
      onSaved={(saved) => void keep(saved)}
      onStale={useReadMandateAgain(mandate.id)}
    />
  );
}
