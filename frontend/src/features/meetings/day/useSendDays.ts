import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay, useMe } from '@/features/identity/useMe';
import { keptDayKey, keptDaysKey } from './keptDays';

/** A page of such a day may be open. */
async function readAgain(queries: QueryClient) {
  await queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) => (key as { _id?: string })._id === 'getMeetingDay',
  });
  await queries.invalidateQueries({ queryKey: [keptDayKey] });
  await queries.invalidateQueries({ queryKey: keptDaysKey });
}

/** What was noted of a day without a network goes when there is one again, whichever page is open. */
export function useSendDays() {
  const queries = useQueryClient();
  const { id: by } = useMe();
  const notes = useMay('add_meeting_day_entries');
  useEffect(() => {
    if (!notes) return;
    const send = () =>
      import('./outbox')
        .then(({ sendAll }) => sendAll(by))
        .then((any) => (any ? readAgain(queries) : undefined))
        .catch(() => undefined);
    void send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [by, notes, queries]);
}
