import type { SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organisation, OrganisationKind } from '@/api/generated';
import {
  getOrganisationOptions,
  listOrganisationsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { SearchSelect, useSettledWords } from '@/ui/forms/SearchSelect';
import { useName } from '@/ui/names';

type Props = SelectProps & { kind?: OrganisationKind };

export function OrganisationPicker({ kind, value, ...props }: Props) {
  const name = useName();
  const asOption = ({ id, names }: Organisation) => ({ value: id, label: name(names) });
  const current = useQuery({
    ...getOrganisationOptions({ path: { id: value ?? '' } }),
    enabled: Boolean(value),
  });
  const chosen = value && current.data ? [asOption(current.data)] : [];
  const [search, onSearch] = useState('');
  const words = useSettledWords(search, chosen);
  const { data, isFetching } = useQuery(
    listOrganisationsOptions({ query: { kind, q: words || undefined, limit: 50 } }),
  );
  const options = data?.items.map(asOption) ?? [];
  return (
    <SearchSelect
      source={{ search, onSearch, options, isFetching, chosen }}
      value={value ?? null}
      {...props}
    />
  );
}
