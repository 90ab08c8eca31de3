import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusGroupEvent } from '@/api/generated';
import { listFocusGroupEventsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';

const fieldNames = [
  'kind',
  'title',
  'place',
  'site',
  'starts_at',
  'venue',
  'facilitator',
  'note_taker',
  'languages',
  'topic_guide',
  'ground_rules',
  'expected',
] as const;

/** Who did what, when and why, the latest first. */
export function TimelineSection({ id }: { id: string }) {
  const { t } = useTranslation('focus-groups');
  const { dateTime } = useFormats();
  const titleId = useId();
  const history = useInfiniteQuery({
    ...listFocusGroupEventsInfiniteOptions({ path: { id } }),
    ...keyset,
    initialPageParam: { path: { id } },
  });
  return (
    <section aria-labelledby={titleId} className={classes.section} data-no-print>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('timeline')}
      </Title>
      {history.isPending && <Loading />}
      {history.isError && <ErrorState error={history.error} onRetry={() => history.refetch()} />}
      <ol className={classes.events}>
        {itemsOf(history.data?.pages).map((event) => (
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

function EventWords({ event }: { event: FocusGroupEvent }) {
  const { t } = useTranslation('focus-groups');
  const { date } = useFormats();
  const names = fieldNames.filter((field) => event.fields.includes(field));
  const words = t(`event.${event.kind}`, {
    day: event.day ? date(event.day) : '',
    fields: names.map((field) => t(`field.${field}`)).join(', '),
  });
  return <Text fw={600}>{words}</Text>;
}
