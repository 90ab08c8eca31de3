import { Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Place } from '@/api/generated';
import { listPlacesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { type Option, useSettledWords } from '@/ui/forms/SearchSelect';
import { useName } from '@/ui/names';
import { PlaceKind } from './PlaceKind';
import { placeQuery } from './placeQuery';

/** What a picker of places offers for the words typed. */
export function usePlaceOptions(chosenIds: readonly string[]) {
  const name = useName();
  const asOption = ({ id, names }: Place): Option => ({ value: id, label: name(names) });
  const chosen = useQueries({ queries: chosenIds.map(placeQuery) }).flatMap(({ data }) =>
    data ? [asOption(data)] : [],
  );
  const [search, onSearch] = useState('');
  const words = useSettledWords(search, chosen);
  const { data, isFetching } = useQuery(
    listPlacesOptions({ query: { q: words || undefined, limit: 50 } }),
  );
  return { search, onSearch, options: data?.items.map(asOption) ?? [], isFetching, chosen };
}

export const showPlaceOption = ({ option }: { option: Option }) => (
  <div>
    {option.label}
    <Text size="sm" c="dimmed">
      <PlaceKind id={option.value} />
    </Text>
  </div>
);
