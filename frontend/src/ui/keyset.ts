export interface KeysetPage<Item> {
  items: Item[];
  next?: string | null;
}

/** What every infinite query over the API's lists shares. */
export const keyset = {
  /** Adds nothing to the first page's query. */
  initialPageParam: {},
  getNextPageParam: <Item>(page: KeysetPage<Item>) => page.next ?? undefined,
};

export const itemsOf = <Item>(pages: KeysetPage<Item>[] | undefined): Item[] =>
  pages?.flatMap(({ items }) => items) ?? [];
