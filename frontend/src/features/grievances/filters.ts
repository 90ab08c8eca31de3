import * as z from 'zod/mini';
import type { ListGrievancesData } from '@/api/generated';
import { zCategory, zSeverity, zSort, zState } from '@/api/generated/zod.gen';

const lenient = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined);

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
const zFilters = z.object({
  state: lenient(zState),
  open: lenient(z.boolean()),
  category: lenient(zCategory),
  severity: lenient(zSeverity),
  place_id: lenient(z.uuid()),
  site_id: lenient(z.uuid()),
  mine: lenient(z.literal(true)),
  q: lenient(z.coerce.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
  sort: lenient(zSort),
});

export type Filters = z.infer<typeof zFilters>;
export type ListQuery = NonNullable<ListGrievancesData['query']>;

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

const withoutBlanks = <Values extends object>(values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Values;

export const parseFilters = (search: object): Filters => withoutBlanks(zFilters.parse(search));

export function queryOf({ mine, q, ...filters }: Filters, ownId: string): ListQuery {
  return withoutBlanks({
    ...filters,
    owner_id: mine ? ownId : undefined,
    q: q && q.length >= shortestSearch ? q : undefined,
  });
}

/** Filters that narrow the list; the order does not. */
export const countOf = ({ sort: _, ...filters }: Filters) =>
  Object.keys(withoutBlanks(filters)).length;
