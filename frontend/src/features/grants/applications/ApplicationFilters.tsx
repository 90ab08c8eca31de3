import { Box, Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listGrantCallsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { FilterSelect } from '@/ui/FilterSelect';
import { useName } from '@/ui/names';
import { SearchField } from '@/ui/SearchField';
import { applicantKinds } from '../vocabulary';
import {
  type GrantApplicationFilters as Filters,
  isNarrowed,
  shortestSearch,
  states,
} from './filters';

interface Props {
  filters: Filters;
  onChange: (change: Filters) => void;
  onClear: () => void;
}

export function ApplicationFilters({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation(['grant-applications', 'grant-calls', 'grants', 'records']);
  const calls = useCallChoices();
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
          label={t('grant-applications:search')}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
        {calls && (
          <FilterSelect
            label={t('grant-applications:call')}
            choices={calls}
            value={filters.call}
            onChange={(call) => onChange({ call })}
          />
        )}
        <FilterSelect
          label={t('grant-applications:state_label')}
          choices={states.map((value) => ({
            value,
            label: t(`grants:state.${value}`),
          }))}
          value={filters.state}
          onChange={(state) => onChange({ state })}
        />
        <FilterSelect
          label={t('grant-applications:applicant')}
          choices={applicantKinds.map((value) => ({
            value,
            label: t(`grant-calls:applicant.${value}`),
          }))}
          value={filters.applicant}
          onChange={(applicant) => onChange({ applicant })}
        />
        <Box flex="1 1 14rem">
          <PlacePicker
            clearable
            label={t('grant-applications:place')}
            placeholder={t('records:all')}
            value={filters.place ?? null}
            onChange={(place) => onChange({ place: place ?? undefined })}
          />
        </Box>
        <Checkbox
          mb={10}
          label={t('grant-applications:mine')}
          checked={filters.mine ?? false}
          onChange={({ currentTarget }) => onChange({ mine: currentTarget.checked || undefined })}
        />
      </Group>
      {short && <Box mt="xs">{t('grant-applications:too_short')}</Box>}
      {isNarrowed(filters) && (
        <Button variant="default" size="sm" mt="sm" onClick={clear}>
          {t('grant-applications:clear')}
        </Button>
      )}
    </Box>
  );
}

/** A programme has some tens of calls; an applicant's own applications need no choice among them. */
function useCallChoices() {
  const name = useName();
  const enabled = useMay('list_grant_calls');
  const { data } = useQuery({ ...listGrantCallsOptions({ query: { limit: 100 } }), enabled });
  return data?.items.map(({ id, title }) => ({ value: id, label: name(title) }));
}
