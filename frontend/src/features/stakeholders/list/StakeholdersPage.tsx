import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listStakeholdersInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ExportButton } from '@/features/exports/ExportButton';
import { useMay } from '@/features/identity/useMe';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import {
  exportedQuery,
  type StakeholderFilters as Filters,
  isNarrowed,
  queryOf,
  stakeholderFilters,
} from '../filters';
import { StakeholdersHeader } from '../StakeholdersHeader';
import { StakeholderFilters } from './StakeholderFilters';
import { useStakeholderColumns } from './useStakeholderColumns';

const from = '/desk/stakeholders/';

export function StakeholdersPage() {
  const { t } = useTranslation('stakeholders');
  const { number } = useFormats();
  const filters = stakeholderFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const stakeholders = useInfiniteQuery({
    ...listStakeholdersInfiniteOptions({ query }),
    ...keyset,
  });
  const mayCreate = useMay('create_stakeholder');
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const shown = itemsOf(stakeholders.data?.pages).length;
  const total = stakeholders.data?.pages[0]?.total;
  return (
    <>
      <StakeholdersHeader lead={t('lead')} filters={filters} />
      <StakeholderFilters
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: ({ sort }) => ({ sort }), replace: true })}
      />
      <Group justify="space-between" mb="sm" mih={42}>
        <Text role="status" c="dimmed">
          {total &&
            t('shown_of', {
              shown: number(shown),
              total: total.exact ? number(total.count) : `${number(total.count)}+`,
            })}
        </Text>
        {shown > 0 && <ExportButton list="stakeholders" query={exportedQuery(filters)} />}
      </Group>
      <KeysetList
        query={stakeholders}
        label={t('title')}
        columns={useStakeholderColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="handshake"
            title={t('empty')}
            help={mayCreate && t('empty_help')}
          />
        }
      />
    </>
  );
}
