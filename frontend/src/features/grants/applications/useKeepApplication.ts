import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { GrantApplication } from '@/api/generated';
import {
  getGrantApplicationQueryKey,
  getHomeQueryKey,
  listGrantApplicationsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';

/** Keeps what an operation gave back, and reads the lists it is in again. */
export function useKeepApplication() {
  const queries = useQueryClient();
  return useCallback(
    (saved: GrantApplication) => {
      queries.setQueryData(getGrantApplicationQueryKey({ path: { id: saved.id } }), saved);
      void queries.invalidateQueries({ queryKey: listGrantApplicationsQueryKey() });
      void queries.invalidateQueries({ queryKey: getHomeQueryKey() });
    },
    [queries],
  );
}

export function useReadApplicationAgain(id: string) {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({ queryKey: getGrantApplicationQueryKey({ path: { id } }) });
}
