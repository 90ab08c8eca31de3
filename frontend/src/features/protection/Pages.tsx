import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, type KeysetPage } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';

interface Props<Item> {
  query: UseInfiniteQueryResult<{ pages: KeysetPage<Item>[] }, unknown>;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** One list among others on a page, in each of its conditions. */
export function Pages<Item>({ query, empty, children }: Props<Item>) {
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  const items = itemsOf(query.data.pages);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      <LoadMore {...query} />
    </>
  );
}
