import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImpactEvent } from '@/api/generated';
import { listImpactEventsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';

const fieldNames = [
  'title',
  'description',
  'category',
  'direction',
  'basis',
  'severity',
  'likelihood',
  'extent',
  'affected',
  'site',
  'place',
  'reported_on',
] as const;

/** What happened to the impact, the latest first. */
export function TimelineSection({ id }: { id: string }) {
  const { t } = useTranslation('impacts');
  const { dateTime } = useFormats();
  const titleId = useId();
  const timeline = useInfiniteQuery({
    ...listImpactEventsInfiniteOptions({ path: { id } }),
    ...keyset,
    initialPageParam: { path: { id } },
  });
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('timeline')}
      </Title>
      {timeline.isPending && <Loading />}
      {timeline.isError && <ErrorState error={timeline.error} onRetry={() => timeline.refetch()} />}
      <ol className={classes.events}>
        {itemsOf(timeline.data?.pages).map((event) => (
          <li key={event.id} className={classes.event}>
            <EventWords event={event} />
            {event.note && <Text>{event.note}</Text>}
            <Text size="sm" c="dimmed">
              {[dateTime(event.at), event.by?.name].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
      <LoadMore {...timeline} />
    </section>
  );
}

function EventWords({ event }: { event: ImpactEvent }) {
  const { t } = useTranslation('impacts');
  const changed = fieldNames.filter((field) => event.fields.includes(field));
  const fields = changed.map((field) => t(`field.${field}`)).join(', ');
  return <Text fw={600}>{t(`event.${event.move}`, { fields })}</Text>;
}
