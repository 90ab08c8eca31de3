import { useQueryClient } from '@tanstack/react-query';
import type { ImpactRound } from '@/api/generated';
import {
  getImpactRoundQueryKey,
  listImpactRoundsQueryKey,
  listImpactsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';

/** Keeps what a vote gave back, with the lists read again. */
export function useKeepRound() {
  const queryClient = useQueryClient();
  return (round: ImpactRound) => {
    queryClient.setQueryData(getImpactRoundQueryKey({ path: { id: round.id } }), round);
    void queryClient.invalidateQueries({ queryKey: listImpactsQueryKey() });
    return queryClient.invalidateQueries({ queryKey: listImpactRoundsQueryKey() });
  };
}
