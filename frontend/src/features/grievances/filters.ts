import * as z from 'zod/mini';
import type { ListGrievancesData } from '@/api/generated';
import { zCategory, zClockState, zSeverity, zSort, zState } from '@/api/generated/zod.gen';

const rules = {
  state: zState,
  open: z.boolean(),
  category: zCategory,
  severity: zSeverity,
  place_id: z.uuid(),
  site_id: z.uuid(),
  mine: z.boolean(),
  owner_id: z.uuid(),
  unassigned: z.boolean(),
  waiting: z.boolean(),
  clock: zClockState,
  due_from: z.iso.date(),
  due_to: z.iso.date(),
  q: z.string().check(z.minLength(1), z.maxLength(100)),
  sort: zSort,
};

export type Filters = { [Name in keyof typeof rules]?: z.infer<(typeof rules)[Name]> };
export type ListQuery = NonNullable<ListGrievancesData['query']>;

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

const withoutBlanks = <Values extends object>(values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Values;

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const parseFilters = (search: object): Filters =>
  Object.fromEntries(
    Object.entries(rules).flatMap(([name, rule]) => {
      const { success, data } = rule.safeParse(search[name as keyof typeof search]);
      return success ? [[name, data]] : [];
    }),
  );

export function queryOf({ mine, owner_id, q, ...filters }: Filters, ownId: string): ListQuery {
  return withoutBlanks({
    ...filters,
    owner_id: mine ? ownId : owner_id,
    q: q && q.length >= shortestSearch ? q : undefined,
  });
}

/** Filters that narrow the list; the order does not. */
export const countOf = ({ sort: _, ...filters }: Filters) =>
  Object.keys(withoutBlanks(filters)).length;
