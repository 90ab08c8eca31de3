import { type Filters, parseFilters, queryOf } from '../filters';

/** Filters as the API keeps them: the list's query, always in the same order. */
export const textOf = (filters: Filters, ownId: string): string =>
  new URLSearchParams(
    Object.entries(queryOf(filters, ownId))
      .map(([name, value]): [string, string] => [name, String(value)])
      .sort(),
  ).toString();

const truth = (text?: string) => (text === undefined ? undefined : text === 'true');

/** Back from the text; what a later version of the app has put there is left out. */
export function filtersOf(text: string, ownId: string): Filters {
  const { open, unassigned, waiting, owner_id, ...rest } = Object.fromEntries(
    new URLSearchParams(text),
  );
  return parseFilters({
    ...rest,
    open: truth(open),
    unassigned: truth(unassigned),
    waiting: truth(waiting),
    ...(owner_id === ownId ? { mine: true } : { owner_id }),
  });
}
