import { Box, Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '@/features/grievances/useStaff';
import { StakeholderPicker } from '@/features/stakeholders/StakeholderPicker';
import { FilterSelect } from '@/ui/FilterSelect';
import { DayField } from '@/ui/forms/DayField';
import { SearchField } from '@/ui/SearchField';
import {
  channels,
  type EngagementFilters as Filters,
  isNarrowed,
  shortestSearch,
  sorts,
  standings,
} from '../filters';

interface Props {
  filters: Filters;
  onChange: (change: Filters) => void;
  onClear: () => void;
}

export function EngagementFilters({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation(['engagements', 'records']);
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
        <SearchField label={t('search')} value={filters.q} onChange={(q) => onChange({ q })} />
        <Box flex="1 1 14rem">
          <StakeholderPicker
            clearable
            label={t('with')}
            placeholder={t('records:all')}
            value={filters.stakeholder ?? null}
            onChange={(stakeholder) => onChange({ stakeholder: stakeholder ?? undefined })}
          />
        </Box>
        <FilterSelect
          label={t('channel_label')}
          choices={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={filters.channel}
          onChange={(channel) => onChange({ channel })}
        />
        <FilterSelect
          label={t('follow_up')}
          choices={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
          value={filters.follow_up}
          onChange={(follow_up) => onChange({ follow_up })}
        />
        <FilterSelect
          label={t('owner')}
          choices={staff}
          value={filters.owner}
          onChange={(owner) => onChange({ owner })}
        />
        <Box flex="0 1 11rem">
          <DayField
            clearable
            label={t('from')}
            value={filters.from ?? null}
            onChange={(day) => onChange({ from: day ?? undefined })}
          />
        </Box>
        <Box flex="0 1 11rem">
          <DayField
            clearable
            label={t('to')}
            value={filters.to ?? null}
            onChange={(day) => onChange({ to: day ?? undefined })}
          />
        </Box>
        <NativeSelect
          size="md"
          flex="0 1 16rem"
          label={t('sort_label')}
          value={filters.sort ?? 'latest'}
          data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ sort: sorts.find((sort) => sort === currentTarget.value) })
          }
        />
      </Group>
      {short && <Box mt="xs">{t('too_short')}</Box>}
      {isNarrowed(filters) && (
        <Button variant="default" size="sm" mt="sm" onClick={clear}>
          {t('clear')}
        </Button>
      )}
    </Box>
  );
}
