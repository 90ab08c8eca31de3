import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listImpactsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { type ImpactFilters as Filters, impactFilters, isNarrowed, queryOf } from '../filters';
import { ImpactsHeader } from '../ImpactsHeader';
import { ImpactFilters } from './ImpactFilters';
import { useImpactColumns } from './useImpactColumns';

const from = '/desk/impacts/';

export function ImpactsPage() {
  const { t } = useTranslation('impacts');
  const { number } = useFormats();
  const filters = impactFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const impacts = useInfiniteQuery({ ...listImpactsInfiniteOptions({ query }), ...keyset });
  const mayCreate = useMay('create_impact');
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const total = impacts.data?.pages[0]?.total;
  return (
    <>
      <ImpactsHeader lead={t(mayCreate ? 'lead' : 'lead_published')} />
      <ImpactFilters
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: ({ sort }) => ({ sort }), replace: true })}
      />
      <Text role="status" c="dimmed" mb="sm">
        {total &&
          t('shown_of', {
            shown: number(itemsOf(impacts.data?.pages).length),
            total: total.exact ? number(total.count) : `${number(total.count)}+`,
          })}
      </Text>
      <KeysetList
        query={impacts}
        label={t('title')}
        columns={useImpactColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="chat"
            title={t('empty')}
            help={t(mayCreate ? 'empty_help' : 'empty_published')}
          />
        }
      />
    </>
  );
}
