import { Box, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AgreementSummary } from '@/api/generated';
import { listAgreementsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import type { Column } from '@/ui/RecordTable';
import { AgreementStateBadge } from './AgreementStateBadge';
import { type AgreementFilters, agreementFilters, queryOf, states } from './filters';

const from = '/desk/agreements/';

export function AgreementsPage() {
  const { t } = useTranslation(['agreements', 'records']);
  const filters = agreementFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const agreements = useInfiniteQuery({
    ...listAgreementsInfiniteOptions({ query: queryOf(filters) }),
    ...keyset,
  });
  const mayCreate = useMay('create_agreement');
  const filter = (change: AgreementFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <PageHeader
        title={t('agreements:title')}
        lead={t('agreements:lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.agreementNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('agreements:new')}
            </ButtonLink>
          )
        }
      />
      <Box component="search" mb="md" data-no-print>
        <Group align="flex-end" gap="sm">
          <FilterSelect
            label={t('agreements:state_label')}
            choices={states.map((value) => ({ value, label: t(`agreements:state.${value}`) }))}
            value={filters.state}
            onChange={(state) => filter({ state })}
          />
          <Box flex="1 1 14rem">
            <PlacePicker
              clearable
              label={t('agreements:place')}
              placeholder={t('records:all')}
              value={filters.place ?? null}
              onChange={(place) => filter({ place: place ?? undefined })}
            />
          </Box>
        </Group>
      </Box>
      <KeysetList
        query={agreements}
        label={t('agreements:title')}
        columns={useAgreementColumns()}
        empty={
          <EmptyList
            filtered={Boolean(filters.state || filters.place)}
            icon="document"
            title={t('agreements:empty')}
            help={t(mayCreate ? 'agreements:empty_help' : 'agreements:empty_side')}
          />
        }
      />
    </>
  );
}

function useAgreementColumns(): [Column<AgreementSummary>, ...Column<AgreementSummary>[]] {
  const { t } = useTranslation('agreements');
  const name = useName();
  const { date } = useFormats();
  return [
    {
      label: t('title_label'),
      show: ({ id, title }) => (
        <TextLink to={paths.agreement} params={{ agreementId: id }}>
          {title}
        </TextLink>
      ),
    },
    {
      label: t('place'),
      show: ({ place, site }) => (
        <>
          {name(place.names)}
          {site && (
            <Text size="sm" c="dimmed">
              {name(site.names)}
            </Text>
          )}
        </>
      ),
    },
    {
      label: t('signatures'),
      show: ({ signed, sides }) => t('signed_of', { signed, sides }),
    },
    {
      label: t('state_label'),
      show: ({ state, in_force_since }) => (
        <>
          <AgreementStateBadge state={state} />
          {in_force_since && (
            <Text size="sm" c="dimmed">
              {t('since', { day: date(in_force_since) })}
            </Text>
          )}
        </>
      ),
    },
  ];
}
