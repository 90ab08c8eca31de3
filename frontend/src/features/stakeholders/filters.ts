import type {
  ConsentStanding,
  ListStakeholdersData,
  StakeholderCategory,
  StakeholderSort,
} from '@/api/generated';
import { idOf, oneOf, words } from '@/ui/listSearch';

/** Named here, and not taken from the checker, which knows no order. */
export const categories: readonly StakeholderCategory[] = [
  'resident',
  'herder',
  'youth',
  'womens_group',
  'elders',
  'company',
  'authority',
  'media',
  'civil_society',
  'donor',
  'other',
];
export const standings: readonly ConsentStanding[] = ['given', 'none', 'withdrawn'];
export const sorts: readonly StakeholderSort[] = ['name', 'newest', 'influence'];

export interface StakeholderFilters {
  q?: string;
  category?: StakeholderCategory;
  place?: string;
  organisation?: string;
  tag?: string;
  consent?: ConsentStanding;
  sort?: StakeholderSort;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const stakeholderFilters = (search: Record<string, unknown>): StakeholderFilters => ({
  q: words(search.q),
  category: oneOf(categories, search.category),
  place: idOf(search.place),
  organisation: idOf(search.organisation),
  tag: words(search.tag)?.slice(0, 40),
  consent: oneOf(standings, search.consent),
  sort: oneOf(sorts, search.sort),
});

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

export const queryOf = (
  filters: StakeholderFilters,
): NonNullable<ListStakeholdersData['query']> => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  category: filters.category,
  place_id: filters.place,
  organisation_id: filters.organisation,
  tag: filters.tag,
  consent: filters.consent,
  sort: filters.sort,
});

/** The same as text, as an export takes it. */
export const exportedQuery = (filters: StakeholderFilters) =>
  new URLSearchParams(
    Object.entries(queryOf(filters)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  ).toString();

/** Whether anything narrows the list; the order does not. */
export const isNarrowed = ({ sort: _, ...filters }: StakeholderFilters) =>
  Object.values(filters).some(Boolean);
