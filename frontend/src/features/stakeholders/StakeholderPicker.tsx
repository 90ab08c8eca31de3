import type { MultiSelectProps, SelectProps } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  getStakeholderOptions,
  listStakeholdersOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  type Option,
  SearchMultiSelect,
  SearchSelect,
  useSettledWords,
} from '@/ui/forms/SearchSelect';
import { shortestSearch } from './filters';

const asOption = ({
  id,
  name,
  position,
}: {
  id: string;
  name: string;
  position?: string | null;
}) => ({
  value: id,
  label: position ? `${name} · ${position}` : name,
});

/** Those whom the ids name, as far as they are known yet. */
function useChosen(ids: string[]): Option[] {
  const records = useQueries({
    queries: ids.map((id) => ({ ...getStakeholderOptions({ path: { id } }), staleTime: 60_000 })),
  });
  return records.flatMap(({ data }) => (data ? [asOption(data)] : []));
}

function useSource(chosen: Option[]) {
  const [search, onSearch] = useState('');
  const words = useSettledWords(search, chosen);
  const q = words.length >= shortestSearch ? words : undefined;
  const { data, isFetching } = useQuery(listStakeholdersOptions({ query: { q, limit: 50 } }));
  return { search, onSearch, options: data?.items.map(asOption) ?? [], isFetching, chosen };
}

export function StakeholderPicker({ value, ...props }: SelectProps) {
  const source = useSource(useChosen(value ? [value] : []));
  return <SearchSelect source={source} value={value ?? null} {...props} />;
}

export function StakeholdersPicker({ value = [], ...props }: MultiSelectProps) {
  const source = useSource(useChosen(value));
  return <SearchMultiSelect source={source} value={value} {...props} />;
}
