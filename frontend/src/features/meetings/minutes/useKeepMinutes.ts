import { useQueryClient } from '@tanstack/react-query';
import type { MeetingMinutes } from '@/api/generated';
import {
  getMeetingMinutesOptions,
  getMeetingMinutesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';

const dependent = new Set<unknown>(['getMeeting', 'listMeetings', 'getHome', 'getMeetingDay']);

/** Keeps what an operation gave back, and reads again what else shows it. */
export function useKeepMinutes() {
  const queries = useQueryClient();
  return (saved: MeetingMinutes) => {
    queries.setQueryData(getMeetingMinutesQueryKey({ path: { id: saved.meeting_id } }), saved);
    return queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => dependent.has((key as { _id?: string })._id),
    });
  };
}

/** The minutes as they are now. */
export function useMinutesNow(meeting: string) {
  const queries = useQueryClient();
  return () =>
    queries.fetchQuery({ ...getMeetingMinutesOptions({ path: { id: meeting } }), staleTime: 0 });
}

/** Reads minutes again: somebody was faster. */
export function useReadMinutesAgain(meeting: string) {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({ queryKey: getMeetingMinutesQueryKey({ path: { id: meeting } }) });
}
