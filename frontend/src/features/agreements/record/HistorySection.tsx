import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '@/api/generated';
import classes from '@/features/stakeholders/record/HistorySection.module.css';
import { useFormats } from '@/ui/formats';
import { useSideName } from './SignDialogs';

/** What happened to the agreement, the latest first. */
export function HistorySection({ agreement: { events, sides } }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { dateTime } = useFormats();
  const sideName = useSideName();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={classes.section} data-no-print>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('history')}
      </Title>
      <ol className={classes.events}>
        {events.map((event) => {
          const side = sides.find(({ id }) => id === event.side_id);
          return (
            <li key={event.id} className={classes.event}>
              <Text fw={600}>{t(`event.${event.move}`)}</Text>
              {side && <Text>{sideName(side)}</Text>}
              {event.note && <Text>{event.note}</Text>}
              <Text size="sm" c="dimmed">
                {[dateTime(event.at), t('text_number', { number: event.revision }), event.by?.name]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
