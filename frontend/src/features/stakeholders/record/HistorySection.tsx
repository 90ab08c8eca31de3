import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { listStakeholderEventsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { EventWords } from './EventWords';
import classes from './HistorySection.module.css';
import { compared } from './history';

/** What happened to the record, the latest first. */
export function HistorySection({ id }: { id: string }) {
  const { t } = useTranslation('stakeholders');
  const { dateTime } = useFormats();
  const titleId = useId();
  const history = useInfiniteQuery({
    ...listStakeholderEventsInfiniteOptions({ path: { id } }),
    ...keyset,
    initialPageParam: { path: { id } },
  });
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('history')}
      </Title>
      {history.isPending && <Loading />}
      {history.isError && <ErrorState error={history.error} onRetry={() => history.refetch()} />}
      <ol className={classes.events}>
        {compared(itemsOf(history.data?.pages)).map((event) => (
          <li key={event.id} className={classes.event}>
            <EventWords event={event} />
            {event.note && <Text>{event.note}</Text>}
            <Text size="sm" c="dimmed">
              {`${dateTime(event.at)} · ${event.by.name}`}
            </Text>
          </li>
        ))}
      </ol>
      <LoadMore {...history} />
    </section>
  );
}
