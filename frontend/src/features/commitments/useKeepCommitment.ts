import { useQueryClient } from '@tanstack/react-query';
import type { Commitment } from '@/api/generated';
import {
  getCommitmentQueryKey,
  listCommitmentsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';

/** Keeps what an operation gave back, and reads the lists it is in again. */
export function useKeepCommitment() {
  const keep = useKeepRecord();
  return (saved: Commitment) =>
    keep(getCommitmentQueryKey({ path: { id: saved.id } }), saved, listCommitmentsQueryKey());
}

export function useReadCommitmentAgain(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: getCommitmentQueryKey({ path: { id } }) });
}
