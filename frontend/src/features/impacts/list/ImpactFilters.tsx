import { Box, Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { FilterSelect } from '@/ui/FilterSelect';
import { SearchField } from '@/ui/SearchField';
import { type ImpactFilters as Filters, isNarrowed, shortestSearch } from '../filters';
import { categories, degrees, directions, sorts, states } from '../vocabulary';

interface Props {
  filters: Filters;
  onChange: (change: Filters) => void;
  onClear: () => void;
}

export function ImpactFilters({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation(['impacts', 'cases', 'records']);
  const isStaff = useMay('create_impact');
  // Fields that keep what was typed are made anew when all is cleared.
  const [clearings, setClearings] = useState(0);
  const clear = () => {
    setClearings(clearings + 1);
    onClear();
  };
  const degreeChoices = degrees.map((degree) => ({
    value: String(degree),
    label: t('impacts:degree', { degree }),
  }));
  return (
    <Box component="search" mb="md" data-no-print>
      <Group align="flex-end" gap="sm" key={clearings}>
        <SearchField
          label={t('impacts:search')}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
        <FilterSelect
          label={t('impacts:state_label')}
          choices={states.map((value) => ({ value, label: t(`impacts:state.${value}`) }))}
          value={filters.state}
          onChange={(state) => onChange({ state })}
        />
        <FilterSelect
          label={t('impacts:category_label')}
          choices={categories.map((value) => ({ value, label: t(`cases:category.${value}`) }))}
          value={filters.category}
          onChange={(category) => onChange({ category })}
        />
        <FilterSelect
          label={t('impacts:direction_label')}
          choices={directions.map((value) => ({ value, label: t(`impacts:direction.${value}`) }))}
          value={filters.direction}
          onChange={(direction) => onChange({ direction })}
        />
        <FilterSelect
          label={t('impacts:severity')}
          choices={degreeChoices}
          value={filters.severity?.toString()}
          onChange={(severity) => onChange({ severity: severity ? Number(severity) : undefined })}
        />
        <FilterSelect
          label={t('impacts:likelihood')}
          choices={degreeChoices}
          value={filters.likelihood?.toString()}
          onChange={(likelihood) =>
            onChange({ likelihood: likelihood ? Number(likelihood) : undefined })
          }
        />
        <Box flex="1 1 14rem">
          <PlacePicker
            clearable
            label={t('impacts:place')}
            placeholder={t('records:all')}
            value={filters.place ?? null}
            onChange={(place) => onChange({ place: place ?? undefined })}
          />
        </Box>
        {isStaff && (
          <FilterSelect
            label={t('impacts:published_label')}
            choices={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`impacts:published.${value}`),
            }))}
            value={filters.published}
            onChange={(published) => onChange({ published })}
          />
        )}
        <NativeSelect
          size="md"
          flex="0 1 16rem"
          label={t('impacts:sort_label')}
          value={filters.sort ?? 'newest'}
          data={sorts.map((value) => ({ value, label: t(`impacts:sort.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ sort: sorts.find((sort) => sort === currentTarget.value) })
          }
        />
      </Group>
      {filters.q !== undefined && filters.q.length < shortestSearch && (
        <Box mt="xs">{t('impacts:too_short')}</Box>
      )}
      {isNarrowed(filters) && (
        <Button variant="default" size="sm" mt="sm" onClick={clear}>
          {t('impacts:clear')}
        </Button>
      )}
    </Box>
  );
}
