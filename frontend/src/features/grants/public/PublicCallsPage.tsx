import { Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantCallPhase } from '@/api/generated/public';
import { listPublicGrantCallsInfiniteOptions } from '@/api/generated/public/@tanstack/react-query.gen';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { PageHeader } from '@/ui/PageHeader';
import { CallCard } from './CallCard';
import classes from './PublicCalls.module.css';

/** Calls for small grants: what is open, what is to come, and what was; for everybody. */
export function PublicCallsPage() {
  const { t } = useTranslation('grant-calls');
  return (
    <Stack gap="xl" maw={960}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Calls phase="open" empty />
      <Calls phase="upcoming" />
      <Calls phase="closed" />
      <Calls phase="withdrawn" />
    </Stack>
  );
}

interface Props {
  phase: Exclude<GrantCallPhase, 'draft'>;
  /** Whether it is said that there are none. */
  empty?: boolean;
}

function Calls({ phase, empty = false }: Props) {
  const { t } = useTranslation('grant-calls');
  const id = useId();
  const calls = useInfiniteQuery({
    ...listPublicGrantCallsInfiniteOptions({ query: { phase } }),
    ...keyset,
  });
  const items = itemsOf(calls.data?.pages);
  if (!empty && items.length === 0 && !calls.isError) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {t(`phases.${phase}`)}
      </Title>
      {calls.isPending && <Loading />}
      {calls.isError && <ErrorState error={calls.error} onRetry={() => calls.refetch()} />}
      {calls.isSuccess && items.length === 0 && (
        <EmptyState icon="coins" title={t('none_open')}>
          {t('none_open_help')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={classes.calls}>
          {items.map((call) => (
            <CallCard key={call.id} call={call} />
          ))}
        </ul>
      )}
      <LoadMore {...calls} />
    </section>
  );
}
