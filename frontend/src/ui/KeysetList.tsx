import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { itemsOf, type KeysetPage } from './keyset';
import { Loading } from './Loading';
import { LoadMore } from './LoadMore';
import { type Column, RecordTable } from './RecordTable';

interface Props<Item> {
  query: UseInfiniteQueryResult<{ pages: KeysetPage<Item>[] }, unknown>;
  label: string;
  columns: [Column<Item>, ...Column<Item>[]];
  /** Stands there when the list has nothing. */
  empty: ReactNode;
}

/** A keyset list in each of its conditions: waiting, failed, empty, and page after page. */
export function KeysetList<Item extends { id: string }>(props: Props<Item>) {
  const { query, label, columns, empty } = props;
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  const items = itemsOf(query.data.pages);
  if (items.length === 0) return empty;
  return (
    <>
      <RecordTable label={label} columns={columns} items={items} />
      <LoadMore {...query} />
    </>
  );
}
