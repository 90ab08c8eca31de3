import type { ListMeetingsData, MeetingKind, MeetingState } from '@/api/generated';
import { shiftedDay, todayInBishkek } from '@/ui/calendar/month';
import { dayOf, idOf, oneOf, words } from '@/ui/listSearch';
import { kinds, states } from './vocabulary';

export interface MeetingFilters {
  q?: string;
  state?: MeetingState;
  kind?: MeetingKind;
  place?: string;
  site?: string;
  /** The only day of which meetings are shown. */
  day?: string;
  mine?: boolean;
  when?: When;
}

/** Those to come, the next one first; those that are over, the last one first; all, the latest first. */
export const whens = ['coming', 'past', 'all'] as const;
export type When = (typeof whens)[number];

/** Whoever looks for words or a state means meetings of any time; everybody else those to come. */
export const whenOf = ({ when, q, state }: MeetingFilters): When =>
  when ?? (q || state ? 'all' : 'coming');

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const meetingFilters = (search: Record<string, unknown>): MeetingFilters => ({
  q: words(search.q),
  state: oneOf(states, search.state),
  kind: oneOf(kinds, search.kind),
  place: idOf(search.place),
  site: idOf(search.site),
  day: dayOf(search.day),
  mine: search.mine === true ? true : undefined,
  when: oneOf(whens, search.when),
});

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

type Query = NonNullable<ListMeetingsData['query']>;

function timesOf(filters: MeetingFilters, today: string): Pick<Query, 'from' | 'to' | 'sort'> {
  if (filters.day) return { from: filters.day, to: filters.day, sort: 'soonest' };
  const when = whenOf(filters);
  if (when === 'coming') return { from: today, sort: 'soonest' };
  return when === 'past' ? { to: shiftedDay(today, -1), sort: 'latest' } : { sort: 'latest' };
}

export const queryOf = (filters: MeetingFilters, today = todayInBishkek()): Query => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  state: filters.state,
  kind: filters.kind,
  place_id: filters.place,
  site_id: filters.site,
  mine: filters.mine,
  ...timesOf(filters, today),
});

/** Whether anything narrows the list. */
export const isNarrowed = (filters: MeetingFilters) => Object.values(filters).some(Boolean);
