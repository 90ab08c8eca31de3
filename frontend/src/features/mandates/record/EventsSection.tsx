import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MandateEvent } from '@/api/generated';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { useFormats } from '@/ui/formats';

/** What happened to the mandate, the latest first. */
export function EventsSection({ events }: { events: MandateEvent[] }) {
  const { t } = useTranslation('mandates');
  const { dateTime } = useFormats();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('history')}
      </Title>
      <ol className={classes.events}>
        {events.map(({ kind, at, by, note }) => (
          <li key={`${at}${kind}`} className={classes.event}>
            <Text fw={600}>{t(`event.${kind}`)}</Text>
            {note && <Text>{note}</Text>}
            <Text size="sm" c="dimmed">
              {`${dateTime(at)} · ${by.name}`}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
