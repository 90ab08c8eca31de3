import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listStakeholdersInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { type StakeholderFilters as Filters, isNarrowed, queryOf } from '../filters';
import { StakeholdersHeader } from '../StakeholdersHeader';
import { StakeholderFilters } from './StakeholderFilters';
import { useStakeholderColumns } from './useStakeholderColumns';

const from = '/desk/stakeholders/';

export function StakeholdersPage() {
  const { t } = useTranslation('stakeholders');
  const { number } = useFormats();
  const filters = useSearch({ from });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const stakeholders = useInfiniteQuery({
    ...listStakeholdersInfiniteOptions({ query }),
    ...keyset,
  });
  const mayCreate = useMay('create_stakeholder');
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const total = stakeholders.data?.pages[0]?.total;
  return (
    <>
      <StakeholdersHeader lead={t('lead')} filters={filters} />
      <StakeholderFilters
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: ({ sort }) => ({ sort }), replace: true })}
      />
      <Text role="status" c="dimmed" mb="sm">
        {total &&
          t('shown_of', {
            shown: number(itemsOf(stakeholders.data?.pages).length),
            total: total.exact ? number(total.count) : `${number(total.count)}+`,
          })}
      </Text>
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
