import { Box, Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingSummary } from '@/api/generated';
import { listMeetingsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { useFormats } from '@/ui/formats';
import { DayField } from '@/ui/forms/DayField';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { TextLink } from '@/ui/links';
import { oneOf } from '@/ui/listSearch';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { SearchField } from '@/ui/SearchField';
import { isNarrowed, type MeetingFilters, meetingFilters, queryOf, whenOf, whens } from './filters';
import { MeetingStateBadge } from './MeetingStateBadge';
import { MeetingsHeader } from './MeetingsHeader';
import { kinds, states } from './vocabulary';

const from = '/desk/meetings/';

export function MeetingsPage() {
  const { t } = useTranslation('meetings');
  const filters = meetingFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const meetings = useInfiniteQuery({
    ...listMeetingsInfiniteOptions({ query: queryOf(filters) }),
    ...keyset,
  });
  const mayCreate = useMay('create_meeting');
  const filter = (change: MeetingFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <MeetingsHeader />
      <Filters
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: {}, replace: true })}
      />
      <KeysetList
        query={meetings}
        label={t('title')}
        columns={useMeetingColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="calendar"
            title={t('empty')}
            help={t(mayCreate ? 'empty_help' : 'empty_side')}
          />
        }
      />
    </>
  );
}

interface FiltersProps {
  filters: MeetingFilters;
  onChange: (change: MeetingFilters) => void;
  onClear: () => void;
}

function Filters({ filters, onChange, onClear }: FiltersProps) {
  const { t } = useTranslation(['meetings', 'records']);
  // Fields that keep what was typed are made anew when all is cleared.
  const [clearings, setClearings] = useState(0);
  return (
    <Box component="search" mb="md" data-no-print>
      <Group align="flex-end" gap="sm" key={clearings}>
        <SearchField
          label={t('meetings:search')}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
        <FilterSelect
          label={t('meetings:state_label')}
          choices={states.map((value) => ({ value, label: t(`meetings:state.${value}`) }))}
          value={filters.state}
          onChange={(state) => onChange({ state })}
        />
        <FilterSelect
          label={t('meetings:kind_label')}
          choices={kinds.map((value) => ({ value, label: t(`meetings:kind.${value}`) }))}
          value={filters.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <Box flex="1 1 14rem">
          <PlacePicker
            clearable
            label={t('meetings:place')}
            placeholder={t('records:all')}
            value={filters.place ?? null}
            onChange={(place) => onChange({ place: place ?? undefined })}
          />
        </Box>
        <DayField
          clearable
          flex="0 1 11rem"
          label={t('meetings:day')}
          value={filters.day ?? null}
          onChange={(day) => onChange({ day: day ?? undefined })}
        />
        {!filters.day && (
          <NativeSelect
            size="md"
            flex="0 1 12rem"
            label={t('meetings:which')}
            data={whens.map((value) => ({ value, label: t(`meetings:which_when.${value}`) }))}
            value={whenOf(filters)}
            onChange={({ currentTarget }) => onChange({ when: oneOf(whens, currentTarget.value) })}
          />
        )}
        <Checkbox
          size="md"
          pb="xs"
          label={t('meetings:mine')}
          checked={filters.mine ?? false}
          onChange={({ currentTarget }) => onChange({ mine: currentTarget.checked || undefined })}
        />
      </Group>
      {isNarrowed(filters) && (
        <Button
          variant="default"
          size="sm"
          mt="sm"
          onClick={() => {
            setClearings(clearings + 1);
            onClear();
          }}
        >
          {t('meetings:clear')}
        </Button>
      )}
    </Box>
  );
}

function useMeetingColumns(): [Column<MeetingSummary>, ...Column<MeetingSummary>[]] {
  const { t } = useTranslation('meetings');
  const name = useName();
  const { span } = useFormats();
  return [
    {
      label: t('title_label'),
      show: ({ id, title, kind }) => (
        <>
          <TextLink to={paths.meeting} params={{ meetingId: id }}>
            {title}
          </TextLink>
          <Text size="sm" c="dimmed">
            {t(`kind.${kind}`)}
          </Text>
        </>
      ),
    },
    { label: t('when_short'), show: ({ starts_at, ends_at }) => span(starts_at, ends_at) },
    {
      label: t('where'),
      show: ({ place, venue }) => (
        <>
          {name(place.names)}
          {venue && (
            <Text size="sm" c="dimmed">
              {venue}
            </Text>
          )}
        </>
      ),
    },
    { label: t('state_label'), show: ({ state }) => <MeetingStateBadge state={state} /> },
  ];
}
