import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getStakeholderOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { PageHeader } from '@/ui/PageHeader';

import { MergeForm } from './MergeForm';

/** Two records side by side, to become one. */
export function MergePage() {
  const { t } = useTranslation('sheets');
  const { stakeholderId: id } = useParams({ from: '/desk/stakeholders/$stakeholderId/merge' });
  const other = idOf(useSearch({ from: '/desk/stakeholders/$stakeholderId/merge' }).other);
  return (
    <>
      <BackLink>
        <TextLink to={paths.stakeholderDoubles}>{t('doubles.title')}</TextLink>
      </BackLink>
      <PageHeader title={t('doubles.merge_title')} lead={t('doubles.merge_lead')} />
      {other ? <Both id={id} otherId={other} /> : <Text>{t('doubles.empty')}</Text>}
    </>
  );
}

function Both({ id, otherId }: { id: string; otherId: string }) {
  const kept = useQuery(getStakeholderOptions({ path: { id } }));
  const other = useQuery(getStakeholderOptions({ path: { id: otherId } }));
  const failed = [kept, other].find((query) => query.isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (!kept.data || !other.data) return <Loading />;
  return <MergeForm key={`${id}${otherId}`} kept={kept.data} other={other.data} />;
}
