import { useQueryClient } from '@tanstack/react-query';
import type { Mandate } from '@/api/generated';
import {
  getMandateQueryKey,
  listMandatesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';

/** Keeps what an operation gave back, and reads the lists it is in again. */
export function useKeepMandate() {
  const keep = useKeepRecord();
  return (saved: Mandate) =>
    keep(getMandateQueryKey({ path: { id: saved.id } }), saved, listMandatesQueryKey());
}

export function useReadMandateAgain(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: getMandateQueryKey({ path: { id } }) });
}
