import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listSitesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { EmptyList } from '@/ui/EmptyList';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { useSiteColumns } from './useSiteColumns';

/** The sites that a company answers for. */
export function SitesOf({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('sites');
  const sites = useInfiniteQuery({
    ...listSitesInfiniteOptions({ query: { organisation_id: organisationId } }),
    ...keyset,
  });
  return (
    <section>
      <Title order={2} mb="sm">
        {t('title')}
      </Title>
      <KeysetList
        query={sites}
        label={t('title')}
        columns={useSiteColumns()}
        empty={<EmptyList filtered={false} icon="mine" title={t('none_of_company')} />}
      />
    </section>
  );
}
