import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listCommitmentsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { CommitmentFilters } from './CommitmentFilters';
import {
  commitmentFilters,
  type CommitmentFilters as Filters,
  isNarrowed,
  queryOf,
} from './filters';
import { useCommitmentColumns } from './useCommitmentColumns';

const from = '/desk/commitments/';

export function CommitmentsPage() {
  const { t } = useTranslation('commitments');
  const { number } = useFormats();
  const filters = commitmentFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const commitments = useInfiniteQuery({ ...listCommitmentsInfiniteOptions({ query }), ...keyset });
  const mayCreate = useMay('create_commitment');
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const total = commitments.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(mayCreate ? 'lead' : 'lead_side')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.commitmentNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <CommitmentFilters
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: ({ sort }) => ({ sort }), replace: true })}
      />
      <Text role="status" c="dimmed" mb="sm">
        {total &&
          t('shown_of', {
            shown: number(itemsOf(commitments.data?.pages).length),
            total: total.exact ? number(total.count) : `${number(total.count)}+`,
          })}
      </Text>
      <KeysetList
        query={commitments}
        label={t('title')}
        columns={useCommitmentColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="handshake"
            title={t('empty')}
            help={t(mayCreate ? 'empty_help' : 'empty_side')}
          />
        }
      />
    </>
  );
}
