import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentEvent } from '@/api/generated';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { useFormats } from '@/ui/formats';

/** What happened to the promise, the latest first: each day that it was ever due on, too. */
export function HistorySection({ events }: { events: CommitmentEvent[] }) {
  const { t } = useTranslation('commitments');
  const { dateTime } = useFormats();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('history')}
      </Title>
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={event.id} className={classes.event}>
            <Text fw={600}>{t(`event.${event.move}`)}</Text>
            <Days event={event} />
            {event.note && <Text>{event.note}</Text>}
            {event.witness && <Text size="sm">{t('witnessed', { name: event.witness })}</Text>}
            <Text size="sm" c="dimmed">
              {[dateTime(event.at), t(`party.${event.party}`), event.by?.name]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Days({ event: { due_before, due_after, done_on } }: { event: CommitmentEvent }) {
  const { t } = useTranslation('commitments');
  const { date } = useFormats();
  if (due_before && due_after)
    return <Text>{t('due_moved', { before: date(due_before), after: date(due_after) })}</Text>;
  return done_on ? <Text>{t('done', { day: date(done_on) })}</Text> : null;
}
