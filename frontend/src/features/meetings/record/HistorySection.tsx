import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api/generated';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { useFormats } from '@/ui/formats';

/** What happened to the meeting, the latest first. */
export function HistorySection({ meeting: { events } }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { dateTime } = useFormats();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={classes.section} data-no-print>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('history')}
      </Title>
      <ol className={classes.events}>
        {events.map(({ id, move, at, note, by, starts_before, starts_after }) => (
          <li key={id} className={classes.event}>
            <Text fw={600}>{t(`event.${move}`)}</Text>
            {starts_before && starts_after && (
              <Text>
                {t('moved', { from: dateTime(starts_before), to: dateTime(starts_after) })}
              </Text>
            )}
            {note && <Text>{note}</Text>}
            <Text size="sm" c="dimmed">
              {[dateTime(at), by?.name].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
