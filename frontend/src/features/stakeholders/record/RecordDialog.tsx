import { useQueryClient } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import type { Stakeholder } from '@/api/generated';
import { getStakeholderQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepStakeholder } from '../useStakeholderSaved';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, Stakeholder>
>;

interface Props<Values extends Record<string, unknown>>
  extends Omit<Move<Values>, 'onSaved' | 'onStale'> {
  record: Pick<Stakeholder, 'id'>;
}

/** A move of a stakeholder's record. */
export function RecordDialog<Values extends Record<string, unknown>>({
  record,
  ...move
}: Props<Values>) {
  const queryClient = useQueryClient();
  const keep = useKeepStakeholder();
  const queryKey = getStakeholderQueryKey({ path: { id: record.id } });
  return (
    <MoveDialog
      {...move}
      onSaved={(saved) => void keep(saved)}
      onStale={() => queryClient.invalidateQueries({ queryKey })}
    />
  );
}
