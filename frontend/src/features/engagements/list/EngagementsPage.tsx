import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listEngagementsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import {
  engagementFilters,
  type EngagementFilters as Filters,
  isNarrowed,
  queryOf,
} from '../filters';
import { EngagementFilters } from './EngagementFilters';
import { useEngagementColumns } from './useEngagementColumns';

const from = '/desk/engagements/';

export function EngagementsPage() {
  const { t } = useTranslation('engagements');
  const { number } = useFormats();
  const filters = engagementFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const engagements = useInfiniteQuery({ ...listEngagementsInfiniteOptions({ query }), ...keyset });
  const mayCreate = useMay('create_engagement');
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const total = engagements.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayCreate && (
            <ButtonLink
              to={paths.engagementNew}
              search={{ stakeholder: filters.stakeholder }}
              leftSection={<Icon name="plus" />}
              data-no-print
            >
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <EngagementFilters
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: {}, replace: true })}
      />
      <Text role="status" c="dimmed" mb="sm">
        {total &&
          t('shown_of', {
            shown: number(itemsOf(engagements.data?.pages).length),
            total: total.exact ? number(total.count) : `${number(total.count)}+`,
          })}
      </Text>
      <KeysetList
        query={engagements}
        label={t('title')}
        columns={useEngagementColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="chat"
            title={t('empty')}
            help={mayCreate && t('empty_help')}
          />
        }
      />
    </>
  );
}
