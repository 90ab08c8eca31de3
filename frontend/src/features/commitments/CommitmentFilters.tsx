import { Box, Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { PlacePicker } from '@/features/places/PlacePicker';
import { FilterSelect } from '@/ui/FilterSelect';
import { SearchField } from '@/ui/SearchField';
import { type CommitmentFilters as Filters, isNarrowed, shortestSearch } from './filters';
import { sides, sorts, standings } from './vocabulary';

interface Props {
  filters: Filters;
  onChange: (change: Filters) => void;
  onClear: () => void;
}

export function CommitmentFilters({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation(['commitments', 'promises', 'records']);
  // Fields that keep what was typed are made anew when all is cleared.
  const [clearings, setClearings] = useState(0);
  const clear = () => {
    setClearings(clearings + 1);
    onClear();
  };
  return (
    <Box component="search" mb="md" data-no-print>
      <Group align="flex-end" gap="sm" key={clearings}>
        <SearchField
          label={t('commitments:search')}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
        <FilterSelect
          label={t('commitments:standing_label')}
          choices={standings.map((value) => ({ value, label: t(`promises:standing.${value}`) }))}
          value={filters.standing}
          onChange={(standing) => onChange({ standing })}
        />
        <FilterSelect
          label={t('commitments:side_label')}
          choices={sides.map((value) => ({ value, label: t(`commitments:side.${value}`) }))}
          value={filters.side}
          onChange={(side) => onChange({ side })}
        />
        <Box flex="1 1 14rem">
          <PlacePicker
            clearable
            label={t('commitments:place')}
            placeholder={t('records:all')}
            value={filters.place ?? null}
            onChange={(place) => onChange({ place: place ?? undefined })}
          />
        </Box>
        <Box flex="1 1 14rem">
          <SiteSelect
            label={t('commitments:site')}
            placeholder={t('records:all')}
            value={filters.site}
            onChange={(site) => onChange({ site })}
          />
        </Box>
        <NativeSelect
          size="md"
          flex="0 1 16rem"
          label={t('commitments:sort_label')}
          value={filters.sort ?? 'due'}
          data={sorts.map((value) => ({ value, label: t(`commitments:sort.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ sort: sorts.find((sort) => sort === currentTarget.value) })
          }
        />
      </Group>
      {filters.q !== undefined && filters.q.length < shortestSearch && (
        <Box mt="xs">{t('commitments:too_short')}</Box>
      )}
      {isNarrowed(filters) && (
        <Button variant="default" size="sm" mt="sm" onClick={clear}>
          {t('commitments:clear')}
        </Button>
      )}
    </Box>
  );
}
