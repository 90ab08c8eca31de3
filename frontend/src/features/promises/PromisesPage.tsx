import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listPromisesInfiniteOptions } from '@/api/generated/public/@tanstack/react-query.gen';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { idOf } from '@/ui/listSearch';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { PromiseCard } from './PromiseCard';
import classes from './Promises.module.css';
import { SiteFigures } from './SiteFigures';

/** What was promised around each mine, and whether it was kept; for everybody. */
export function PromisesPage() {
  const { t } = useTranslation('promises');
  const name = useName();
  const { date } = useFormats();
  const site = idOf(useSearch({ from: '/_public/promises' }).site);
  const navigate = useNavigate({ from: '/promises' });
  const choose = (chosen?: string) => navigate({ search: { site: chosen }, replace: true });
  const promises = useInfiniteQuery({
    ...listPromisesInfiniteOptions({ query: { site_id: site } }),
    ...keyset,
  });
  const [first] = promises.data?.pages ?? [];
  const items = itemsOf(promises.data?.pages);
  const chosen = first?.sites.find((each) => each.site?.id === site)?.site;
  return (
    <Stack gap="lg" maw={960}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {promises.isPending && <Loading />}
      {promises.isError && <ErrorState error={promises.error} onRetry={() => promises.refetch()} />}
      {first && first.sites.length === 0 && (
        <EmptyState icon="handshake" title={t('empty')}>
          {t('empty_help')}
        </EmptyState>
      )}
      {first && first.sites.length > 0 && (
        <>
          <Text c="dimmed">{t('as_of', { day: date(first.as_of) })}</Text>
          <section>
            <Title order={2} mb="sm">
              {t('sites')}
            </Title>
            <ul className={classes.sites}>
              {first.sites.map((each) => (
                <SiteFigures
                  key={each.site?.id ?? 'none'}
                  of={each}
                  onChoose={() => choose(each.site?.id)}
                />
              ))}
            </ul>
          </section>
          <section>
            <Group justify="space-between" mb="sm">
              <Title order={2}>{chosen ? name(chosen.names) : t('all')}</Title>
              {chosen && (
                <Button variant="default" onClick={() => choose()} data-no-print>
                  {t('show_all')}
                </Button>
              )}
            </Group>
            <ul className={classes.promises}>
              {items.map((promise, index) => (
                // A page of them is never put in another order.
                // biome-ignore lint/suspicious/noArrayIndexKey: what everybody reads has no id
                <PromiseCard key={index} promise={promise} />
              ))}
            </ul>
            <LoadMore {...promises} />
          </section>
        </>
      )}
    </Stack>
  );
}
