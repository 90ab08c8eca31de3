import { useState } from 'react';
import { type GrievanceSummary, listGrievances } from '@/api/generated';
import type { ListQuery } from '../filters';
import { mostChosen } from './useSelection';

const pageSize = 100;

/** Loads what the list would show, page by page, up to as many as can be moved together. */
export function useChooseAll(query: ListQuery, onChosen: (all: GrievanceSummary[]) => void) {
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
      } while (after && all.length < mostChosen);
      onChosen(all);
    } catch (failure) {
      setError(failure);
    } finally {
      setLoaded(undefined);
    }
  };
  return { load, loaded, error };
}
