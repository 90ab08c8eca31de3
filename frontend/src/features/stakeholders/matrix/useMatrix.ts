import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listStakeholdersInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { itemsOf, keyset } from '@/ui/keyset';
import { queryOf, type StakeholderFilters } from '../filters';

/** More dots than this can't be told apart: filters make them fewer. */
const most = 500;
const onPage = 100;

/** Who was assessed, the most influential first, up to as many as can be shown. */
export function useMatrix(filters: StakeholderFilters) {
  const query = { ...queryOf(filters), sort: 'influence' as const, limit: onPage, total: true };
  const found = useInfiniteQuery({ ...listStakeholdersInfiniteOptions({ query }), ...keyset });
  const items = itemsOf(found.data?.pages);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = found;
  const goesOn = hasNextPage && items.length < most && !isFetchingNextPage && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return { found, items, isCut: hasNextPage && items.length >= most };
}
