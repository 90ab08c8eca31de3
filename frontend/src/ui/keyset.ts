interface KeysetPage<Item> {
  items: Item[];
  next?: string | null;
}

/** What every infinite query over the API's lists shares. */
export const keyset = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: <Item>(page: KeysetPage<Item>) => page.next ?? undefined,
};

export const itemsOf = <Item>(pages: KeysetPage<Item>[] | undefined): Item[] =>
  pages?.flatMap(({ items }) => items) ?? [];
