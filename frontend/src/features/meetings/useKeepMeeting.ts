import { useQueryClient } from '@tanstack/react-query';
import type { Meeting } from '@/api/generated';
import {
  getMeetingQueryKey,
  listMeetingsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';

/** Keeps what an operation gave back, and reads the lists it is in again. */
export function useKeepMeeting() {
  const keep = useKeepRecord();
  return (saved: Meeting) =>
    keep(getMeetingQueryKey({ path: { id: saved.id } }), saved, listMeetingsQueryKey());
}

const dependent = new Set<unknown>([
  'getMeeting',
  'listMeetings',
  'listMeetingInvitations',
  'getHome',
]);

/** Reads a meeting again with who is invited: something that belongs to it has changed. */
export function useReadMeetingAgain() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => dependent.has((key as { _id?: string })._id),
    });
}
