import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantApplication } from '@/api/generated';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { useFormats } from '@/ui/formats';

/** What happened to the application, the latest first. */
export function HistorySection({ application: { events } }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const { date, dateTime } = useFormats();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={classes.section} data-no-print>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('history')}
      </Title>
      <ol className={classes.events}>
        {events.map(({ id, move, party, at, note, answer_by, by }) => (
          <li key={id} className={classes.event}>
            <Text fw={600}>{t(`event.${move}`)}</Text>
            {note && <Text style={{ whiteSpace: 'pre-wrap' }}>{note}</Text>}
            {answer_by && <Text>{t('answer_until', { day: date(answer_by) })}</Text>}
            <Text size="sm" c="dimmed">
              {[dateTime(at), by?.name ?? t(`party.${party}`)].join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
