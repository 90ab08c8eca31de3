import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type FollowRecordsData, followRecords } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { follow, type RecordVersion } from './follow';

/**
 * Reads a record again once somebody has changed it. Only while the page is seen: a browser opens few connections to a
 * server, and every tab would hold one.
 */
export function useLive(
  kind: keyof NonNullable<FollowRecordsData['query']>,
  id: string,
  queryKey: QueryKey,
) {
  const queryClient = useQueryClient();
  const mayFollow = useMay('follow_records');
  const hash = JSON.stringify(queryKey);
  useEffect(() => {
    if (!mayFollow) return;
    const key: QueryKey = JSON.parse(hash);
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: key });
    const known = () => queryClient.getQueryData<RecordVersion>(key)?.version;
    let stop = new AbortController();
    const look = () => {
      stop.abort();
      if (document.visibilityState === 'hidden') return;
      stop = new AbortController();
      void follow({
        signal: stop.signal,
        open: async (signal) => {
          const query = { [kind]: id };
          const { stream } = await followRecords({ query, signal, sseMaxRetryAttempts: 1 });
          return stream;
        },
        changed: ({ version }) => {
          if (version !== known()) readAgain();
        },
        unheard: readAgain,
      });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop.abort();
    };
  }, [kind, id, hash, mayFollow, queryClient]);
}
