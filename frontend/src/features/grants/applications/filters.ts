import type {
  GrantApplicantKind,
  GrantApplicationState,
  ListGrantApplicationsData,
} from '@/api/generated';
import { idOf, oneOf, words } from '@/ui/listSearch';
import { applicantKinds } from '../vocabulary';

/** In the order in which they come. */
export const states: readonly GrantApplicationState[] = [
  'draft',
  'submitted',
  'more_information',
  'eligible',
  'not_eligible',
  'withdrawn',
];

export interface GrantApplicationFilters {
  q?: string;
  call?: string;
  state?: GrantApplicationState;
  applicant?: GrantApplicantKind;
  place?: string;
  mine?: true;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const grantApplicationFilters = (
  search: Record<string, unknown>,
): GrantApplicationFilters => ({
  q: words(search.q),
  call: idOf(search.call),
  state: oneOf(states, search.state),
  applicant: oneOf(applicantKinds, search.applicant),
  place: idOf(search.place),
  mine: search.mine === true || undefined,
});

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

export const queryOf = (
  filters: GrantApplicationFilters,
): NonNullable<ListGrantApplicationsData['query']> => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  call_id: filters.call,
  state: filters.state,
  applicant: filters.applicant,
  place_id: filters.place,
  mine: filters.mine,
});

/** The same as text, as an export takes it. */
export const exportedQuery = (filters: GrantApplicationFilters) =>
  new URLSearchParams(
    Object.entries(queryOf(filters)).flatMap(([key, value]): [string, string][] =>
      value === undefined || value === null ? [] : [[key, String(value)]],
    ),
  ).toString();

export const isNarrowed = (filters: GrantApplicationFilters) =>
  Object.values(filters).some(Boolean);
