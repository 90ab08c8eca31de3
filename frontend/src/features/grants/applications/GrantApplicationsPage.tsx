import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listGrantApplicationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ExportButton } from '@/features/exports/ExportButton';
import { useMay } from '@/features/identity/useMe';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { PageHeader } from '@/ui/PageHeader';
import { ApplicationFilters } from './ApplicationFilters';
import {
  exportedQuery,
  type GrantApplicationFilters as Filters,
  grantApplicationFilters,
  isNarrowed,
  queryOf,
} from './filters';
import { OpenCalls } from './OpenCalls';
import { useApplicationColumns } from './useApplicationColumns';

/** An applicant with fewer finds them without being helped. */
const many = 10;

const from = '/desk/grant-applications/';

/** For staff all that was submitted; for an applicant what they can apply to, and their own. */
export function GrantApplicationsPage() {
  const { t } = useTranslation('grant-applications');
  const { number } = useFormats();
  const filters = grantApplicationFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const applications = useInfiniteQuery({
    ...listGrantApplicationsInfiniteOptions({ query }),
    ...keyset,
  });
  const isProgramme = useMay('ask_grant_application');
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const shown = itemsOf(applications.data?.pages).length;
  const total = applications.data?.pages[0]?.total;
  return (
    <>
      <PageHeader title={t('title')} lead={t(isProgramme ? 'lead_programme' : 'lead_applicant')} />
      {!isProgramme && <OpenCalls />}
      {(isProgramme || isNarrowed(filters) || (total?.count ?? 0) > many) && (
        <ApplicationFilters
          filters={filters}
          onChange={filter}
          onClear={() => navigate({ search: {}, replace: true })}
        />
      )}
      <Group justify="space-between" mb="sm" mih={42}>
        <Text role="status" c="dimmed">
          {total &&
            t('shown_of', {
              shown: number(shown),
              total: total.exact ? number(total.count) : `${number(total.count)}+`,
            })}
        </Text>
        {isProgramme && shown > 0 && (
          <ExportButton list="grant_applications" query={exportedQuery(filters)} />
        )}
      </Group>
      <KeysetList
        query={applications}
        label={t('title')}
        columns={useApplicationColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="coins"
            title={t('empty')}
            help={t(isProgramme ? 'empty_programme' : 'empty_applicant')}
          />
        }
      />
    </>
  );
}
