import type {
  EngagementChannel,
  EngagementSort,
  FollowUpStanding,
  ListEngagementsData,
} from '@/api/generated';
import { idOf, oneOf, words } from '@/ui/listSearch';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const channels: readonly EngagementChannel[] = [
  'meeting',
  'visit',
  'phone',
  'message',
  'email',
  'letter',
  'other',
];
export const standings: readonly FollowUpStanding[] = ['open', 'overdue', 'done'];
export const sorts: readonly EngagementSort[] = ['latest', 'due'];

export interface EngagementFilters {
  q?: string;
  channel?: EngagementChannel;
  stakeholder?: string;
  follow_up?: FollowUpStanding;
  owner?: string;
  from?: string;
  to?: string;
  sort?: EngagementSort;
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

const dayOf = (value: unknown) => {
  const day = words(value);
  return day && calendarDay.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
};

/** A link somebody typed or shortened still opens the log: what can't be understood is left out. */
export const engagementFilters = (search: Record<string, unknown>): EngagementFilters => ({
  q: words(search.q),
  channel: oneOf(channels, search.channel),
  stakeholder: idOf(search.stakeholder),
  follow_up: oneOf(standings, search.follow_up),
  owner: idOf(search.owner),
  from: dayOf(search.from),
  to: dayOf(search.to),
  sort: oneOf(sorts, search.sort),
});

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

export const queryOf = (filters: EngagementFilters): NonNullable<ListEngagementsData['query']> => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  channel: filters.channel,
  stakeholder_id: filters.stakeholder,
  follow_up: filters.follow_up,
  owner_id: filters.owner,
  from: filters.from,
  to: filters.to,
  sort: filters.sort,
});

/** Whether anything narrows the log; the order does not, unless it leaves something out. */
export const isNarrowed = ({ sort, ...filters }: EngagementFilters) =>
  sort === 'due' || Object.values(filters).some(Boolean);
