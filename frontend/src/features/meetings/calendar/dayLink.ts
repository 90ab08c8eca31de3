import type { DayOfMeetings } from '@/api/generated';
import { paths } from '@/paths';
import type { MeetingFilters } from '../filters';

/** The list of a day's meetings, in the order in which they begin. */
export const dayFilters = (day: string, mine?: true): MeetingFilters => ({
  day,
  ...(mine && { mine }),
});

/** A day with one meeting leads to it, any other to the list. */
export const dayLink = (day: string, meetings: DayOfMeetings | undefined, mine?: true) => {
  const [only, ...others] = meetings?.first ?? [];
  return only && others.length === 0
    ? ({ to: paths.meeting, params: { meetingId: only.id } } as const)
    : ({ to: paths.meetings, search: dayFilters(day, mine) } as const);
};

export const countWords = ({ total: { count, exact } }: DayOfMeetings) =>
  `${count}${exact ? '' : '+'}`;
