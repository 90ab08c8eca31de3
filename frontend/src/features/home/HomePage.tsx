import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getHomeOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay, useMe } from '@/features/identity/useMe';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { ChangedCases } from './ChangedCases';
import { Destinations } from './Destinations';
import { Figures } from './Figures';
import { WaitingCases } from './WaitingCases';

/** What waits for this person comes first, then what changed, then how many cases there are. */
export function HomePage() {
  const { t } = useTranslation('home');
  const me = useMe();
  const mayRead = useMay('list_grievances');
  const { data, error, isPending, refetch } = useQuery(getHomeOptions());
  return (
    <>
      <PageHeader title={t('title', { name: me.name })} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data && (
        <Stack gap={40}>
          {mayRead && <WaitingCases waiting={data.waiting} />}
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={40}>
            {mayRead && <ChangedCases changed={data.changed} />}
            {!mayRead && <Destinations />}
            <Figures figures={data.figures} asOf={data.figures_as_of} mayRead={mayRead} />
          </SimpleGrid>
        </Stack>
      )}
    </>
  );
}
