import type {
  Category,
  ImpactDirection,
  ImpactSort,
  ImpactState,
  ListImpactsData,
} from '@/api/generated';
import { oneOf, words } from '@/ui/listSearch';
import { categories, degrees, directions, sorts, states } from './vocabulary';

export interface ImpactFilters {
  q?: string;
  state?: ImpactState;
  category?: Category;
  direction?: ImpactDirection;
  place?: string;
  site?: string;
  published?: 'yes' | 'no';
  severity?: number;
  likelihood?: number;
  sort?: ImpactSort;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const idOf = (value: unknown) => {
  const id = words(value);
  return id && uuid.test(id) ? id : undefined;
};

const degreeOf = (value: unknown) => degrees.find((degree) => String(degree) === String(value));

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const impactFilters = (search: Record<string, unknown>): ImpactFilters => ({
  q: words(search.q),
  state: oneOf(states, search.state),
  category: oneOf(categories, search.category),
  direction: oneOf(directions, search.direction),
  place: idOf(search.place),
  site: idOf(search.site),
  published: oneOf(['yes', 'no'] as const, search.published),
  severity: degreeOf(search.severity),
  likelihood: degreeOf(search.likelihood),
  sort: oneOf(sorts, search.sort),
});

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

export const queryOf = (filters: ImpactFilters): NonNullable<ListImpactsData['query']> => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  state: filters.state,
  category: filters.category,
  direction: filters.direction,
  place_id: filters.place,
  site_id: filters.site,
  published: filters.published && filters.published === 'yes',
  severity: filters.severity,
  likelihood: filters.likelihood,
  sort: filters.sort,
});

/** Whether anything narrows the list; the order does not. */
export const isNarrowed = ({ sort: _, ...filters }: ImpactFilters) =>
  Object.values(filters).some(Boolean);
