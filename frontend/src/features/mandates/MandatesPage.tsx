import { Box, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listMandatesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { type MandateFilters, mandateFilters, queryOf, states } from './filters';
import { useMandateColumns } from './useMandateColumns';

const from = '/desk/mandates/';

export function MandatesPage() {
  const { t } = useTranslation(['mandates', 'records']);
  const filters = mandateFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const mandates = useInfiniteQuery({
    ...listMandatesInfiniteOptions({ query: queryOf(filters) }),
    ...keyset,
  });
  const mayNominate = useMay('nominate_representative');
  const filter = (change: MandateFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <PageHeader
        title={t('mandates:title')}
        lead={t('mandates:lead')}
        actions={
          mayNominate && (
            <ButtonLink to={paths.mandateNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('mandates:nominate')}
            </ButtonLink>
          )
        }
      />
      <Box component="search" mb="md" data-no-print>
        <Group align="flex-end" gap="sm">
          <FilterSelect
            label={t('mandates:state_label')}
            choices={states.map((value) => ({ value, label: t(`mandates:state.${value}`) }))}
            value={filters.state}
            onChange={(state) => filter({ state })}
          />
          <Box flex="1 1 14rem">
            <PlacePicker
              clearable
              label={t('mandates:place')}
              placeholder={t('records:all')}
              value={filters.place ?? null}
              onChange={(place) => filter({ place: place ?? undefined })}
            />
          </Box>
        </Group>
      </Box>
      <KeysetList
        query={mandates}
        label={t('mandates:title')}
        columns={useMandateColumns()}
        empty={
          <EmptyList
            filtered={Boolean(filters.state || filters.place)}
            icon="microphone"
            title={t('mandates:empty')}
            help={mayNominate && t('mandates:empty_help')}
          />
        }
      />
    </>
  );
}
