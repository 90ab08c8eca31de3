import { useQueryClient } from '@tanstack/react-query';
import type { GrantCall } from '@/api/generated';
import {
  getGrantCallQueryKey,
  listGrantCallsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';

/** Keeps what an operation gave back, and reads the lists it is in again. */
export function useKeepCall() {
  const keep = useKeepRecord();
  return (saved: GrantCall) =>
    keep(getGrantCallQueryKey({ path: { id: saved.id } }), saved, listGrantCallsQueryKey());
}

export function useReadCallAgain(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: getGrantCallQueryKey({ path: { id } }) });
}
