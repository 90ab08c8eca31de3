import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Event } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Section } from './Section';
import classes from './Timeline.module.css';

/** Every move: what, who, when and why. Outside the programme the names and notes are not told. */
export function Timeline({ steps }: { steps: Event[] }) {
  const { t } = useTranslation(['cases', 'grievances']);
  const { dateTime } = useFormats();
  return (
    <Section title="section.timeline">
      <ol className={classes.timeline}>
        {steps.map(({ at, move, from, to, by, note }) => (
          <li key={`${at} ${move}`} className={classes.step} data-moved={from !== to}>
            <Text>{t(`made.${move}`)}</Text>
            <Text size="sm" c="dimmed">
              {[by?.name, dateTime(at)].filter(Boolean).join(' · ')}
            </Text>
            {note && (
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {note}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
