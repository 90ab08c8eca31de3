import { Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteSelect } from '@/features/grievances/SiteSelect';
import { useStaff } from '@/features/grievances/useStaff';
import { PlacePicker } from '@/features/places/PlacePicker';
import { FilterSelect } from '@/ui/FilterSelect';
import { DayField } from '@/ui/forms/DayField';
import { SearchField } from '@/ui/SearchField';
import type { FocusGroupFilters } from '../filters';
import { isNarrowed, kinds, queryOf, shortestSearch, states } from './query';

interface Props {
  filters: FocusGroupFilters;
  onChange: (change: FocusGroupFilters) => void;
  onClear: () => void;
}

export function FocusGroupFilterFields({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation(['focus-groups', 'records']);
  const staff = useStaff();
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
          label={t('focus-groups:search')}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
        <FilterSelect
          label={t('focus-groups:state_label')}
          choices={states.map((value) => ({ value, label: t(`focus-groups:state.${value}`) }))}
          value={queryOf(filters).state}
          onChange={(state) => onChange({ state })}
        />
        <FilterSelect
          label={t('focus-groups:kind_label')}
          choices={kinds.map((value) => ({ value, label: t(`focus-groups:kind.${value}`) }))}
          value={queryOf(filters).kind}
          onChange={(kind) => onChange({ kind })}
        />
        <Box flex="1 1 14rem">
          <PlacePicker
            clearable
            label={t('focus-groups:place')}
            placeholder={t('records:all')}
            value={filters.place ?? null}
            onChange={(place) => onChange({ place: place ?? undefined })}
          />
        </Box>
        <Box flex="1 1 14rem">
          <SiteSelect
            label={t('focus-groups:site')}
            placeholder={t('records:all')}
            value={filters.site}
            onChange={(site) => onChange({ site })}
          />
        </Box>
        <FilterSelect
          label={t('focus-groups:facilitator')}
          choices={staff}
          value={filters.facilitator}
          onChange={(facilitator) => onChange({ facilitator })}
        />
        <DayField
          clearable
          label={t('focus-groups:from')}
          value={filters.from ?? null}
          onChange={(from) => onChange({ from: from ?? undefined })}
        />
        <DayField
          clearable
          label={t('focus-groups:to')}
          value={filters.to ?? null}
          onChange={(to) => onChange({ to: to ?? undefined })}
        />
      </Group>
      {short && <Box mt="xs">{t('focus-groups:too_short')}</Box>}
      {isNarrowed(filters) && (
        <Button variant="default" size="sm" mt="sm" onClick={clear}>
          {t('focus-groups:clear')}
        </Button>
      )}
    </Box>
  );
}
