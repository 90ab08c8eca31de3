import { useState } from 'react';
import { type GrievanceSummary, listGrievances } from '@/api/generated';
import type { ListQuery } from '../filters';

const pageSize = 100;

/** Loads what the list would show, page by page, and no more than so many: those that were offered. */
export function useChooseAll(
  query: ListQuery,
  most: number,
  onChosen: (all: GrievanceSummary[]) => void,
) {
  const [loaded, setLoaded] = useState<number>();
  const [error, setError] = useState<unknown>();
  const load = async () => {
    setError(undefined);
    setLoaded(0);
    try {
      const all: GrievanceSummary[] = [];
      let after: string | undefined;
      do {
        const page = { ...query, total: undefined, limit: pageSize, after };
        const { data } = await listGrievances({ query: page });
        all.push(...data.items);
        after = data.next ?? undefined;
        setLoaded(all.length);
      } while (after && all.length < most);
      onChosen(all.slice(0, most));
    } catch (failure) {
      setError(failure);
    } finally {
      setLoaded(undefined);
    }
  };
  return { load, loaded, error };
}
