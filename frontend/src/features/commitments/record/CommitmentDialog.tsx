import type { ComponentProps } from 'react';
import type { Commitment } from '@/api/generated';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepCommitment, useReadCommitmentAgain } from '../useKeepCommitment';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, Commitment>
>;

interface Props<Values extends Record<string, unknown>>
  extends Omit<Move<Values>, 'onSaved' | 'onStale'> {
  commitment: Commitment;
}

/** What every dialog of a commitment is given. */
export interface CommitmentMove {
  commitment: Commitment;
  onClose: () => void;
}

/** A move of a commitment. */
export function CommitmentDialog<Values extends Record<string, unknown>>({
  commitment,
  ...move
}: Props<Values>) {
  const keep = useKeepCommitment();
  return (
    <MoveDialog
      {...move}
      onSaved={(saved) => void keep(saved)}
      onStale={useReadCommitmentAgain(commitment.id)}
    />
  );
}
