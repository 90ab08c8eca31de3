import type {
  CommitmentSide,
  CommitmentSort,
  CommitmentStanding,
  ListCommitmentsData,
} from '@/api/generated';
import { idOf, oneOf, words } from '@/ui/listSearch';
import { sides, sorts, standings } from './vocabulary';

export interface CommitmentFilters {
  q?: string;
  standing?: CommitmentStanding;
  side?: CommitmentSide;
  place?: string;
  site?: string;
  sort?: CommitmentSort;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const commitmentFilters = (search: Record<string, unknown>): CommitmentFilters => ({
  q: words(search.q),
  standing: oneOf(standings, search.standing),
  side: oneOf(sides, search.side),
  place: idOf(search.place),
  site: idOf(search.site),
  sort: oneOf(sorts, search.sort),
});

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

export const queryOf = (filters: CommitmentFilters): NonNullable<ListCommitmentsData['query']> => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  standing: filters.standing,
  side: filters.side,
  place_id: filters.place,
  site_id: filters.site,
  sort: filters.sort,
});

/** Whether anything narrows the list; the order does not. */
export const isNarrowed = ({ sort: _, ...filters }: CommitmentFilters) =>
  Object.values(filters).some(Boolean);
