import { Box, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { PlacePicker } from '@/features/places/PlacePicker';
import { FilterSelect } from '@/ui/FilterSelect';
import { SearchField } from '@/ui/SearchField';
import { useSettledSearch } from '@/ui/useSettledSearch';
import {
  categories,
  type StakeholderFilters as Filters,
  isNarrowed,
  shortestSearch,
  sorts,
  standings,
} from '../filters';

interface Props {
  filters: Filters;
  onChange: (change: Filters) => void;
  onClear: () => void;
  /** Where an order of the list would make no difference. */
  unordered?: boolean;
}

export function StakeholderFilters({ filters, onChange, onClear, unordered = false }: Props) {
  const { t } = useTranslation(['stakeholders', 'records']);
  // Fields that keep what was typed are made anew when all is cleared.
  const [clearings, setClearings] = useState(0);
  const clear = () => {
    setClearings(clearings + 1);
    onClear();
  };
  const short = filters.q !== undefined && filters.q.length < shortestSearch;
  return (
    <Box component="search" mb="md" data-no-print>
      <Group align="flex-end" gap="sm" key={clearings}>
        <SearchField
          label={t('stakeholders:search')}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
        <FilterSelect
          label={t('stakeholders:category_label')}
          choices={categories.map((value) => ({
            value,
            label: t(`stakeholders:category.${value}`),
          }))}
          value={filters.category}
          onChange={(category) => onChange({ category })}
        />
        <Box flex="1 1 14rem">
          <PlacePicker
            clearable
            label={t('stakeholders:place')}
            placeholder={t('records:all')}
            value={filters.place ?? null}
            onChange={(place) => onChange({ place: place ?? undefined })}
          />
        </Box>
        <Box flex="1 1 14rem">
          <OrganisationPicker
            clearable
            label={t('stakeholders:organisation')}
            placeholder={t('records:all')}
            value={filters.organisation ?? null}
            onChange={(organisation) => onChange({ organisation: organisation ?? undefined })}
          />
        </Box>
        <TagInput initial={filters.tag ?? ''} onSearch={(tag) => onChange({ tag })} />
        <FilterSelect
          label={t('stakeholders:consent')}
          choices={standings.map((value) => ({
            value,
            label: t(`stakeholders:standing.${value}`),
          }))}
          value={filters.consent}
          onChange={(consent) => onChange({ consent })}
        />
        {!unordered && (
          <NativeSelect
            size="md"
            flex="0 1 16rem"
            label={t('stakeholders:sort_label')}
            value={filters.sort ?? 'name'}
            data={sorts.map((value) => ({ value, label: t(`stakeholders:sort.${value}`) }))}
            onChange={({ currentTarget }) =>
              onChange({ sort: sorts.find((sort) => sort === currentTarget.value) })
            }
          />
        )}
      </Group>
      {short && <Box mt="xs">{t('stakeholders:too_short')}</Box>}
      {isNarrowed(filters) && (
        <Button variant="default" size="sm" mt="sm" onClick={clear}>
          {t('stakeholders:clear')}
        </Button>
      )}
    </Box>
  );
}

function TagInput(props: { initial: string; onSearch: (tag: string | undefined) => void }) {
  const { t } = useTranslation('stakeholders');
  const [typed, setTyped] = useState(props.initial);
  const search = useSettledSearch(props.onSearch);
  return (
    <TextInput
      label={t('tag')}
      maxLength={40}
      flex="0 1 12rem"
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value.trim() || undefined);
      }}
    />
  );
}
