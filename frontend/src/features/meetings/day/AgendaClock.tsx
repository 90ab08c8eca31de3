import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Meeting } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Day.module.css';
import type { Running } from './fold';
import type { Day } from './useDay';
import { useNoting } from './useNoting';

interface Props {
  meeting: Meeting;
  day: Day;
  writes: boolean;
  onChoose: (item: string | undefined) => void;
}

/** What an item is called, for who leads the meeting. */
export function useItemTitle() {
  const { t } = useTranslation('meetings');
  return (item: AgendaItem) => item.topic ?? item.subject?.title ?? t('hidden_item');
}

export const onAgenda = ({ agenda }: Meeting) => agenda.filter(({ state }) => state === 'accepted');

/** `1:05:09` */
export function clock(seconds: number) {
  const whole = Math.max(0, Math.trunc(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.trunc(whole / 3600), Math.trunc(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${hours > 0 ? two(minutes) : minutes}:${two(whole % 60)}`;
}

function useNow(running: Running | undefined) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/** The agenda, with the time that each item has taken. */
export function AgendaClock({ meeting, day, writes, onChoose }: Props) {
  const { t } = useTranslation('meeting-day');
  const title = useItemTitle();
  const { running, seconds } = day.state;
  const now = useNow(running);
  const items = onAgenda(meeting);
  const { note, error } = useNoting(day);
  const open = async (id: string) => {
    if (await note({ kind: 'open_item', item_id: id })) onChoose(undefined);
  };
  return (
    <Section title={t('agenda')}>
      <ProblemAlert error={error} />
      {items.length === 0 && <Text>{t('agenda_empty')}</Text>}
      <ol className={classes.agenda}>
        {items.map((item) => {
          const runs = running?.item === item.id;
          const since = runs && running ? (now - running.since) / 1000 : 0;
          return (
            <li key={item.id} className={classes.item} data-running={runs || undefined}>
              <Text fw={600}>{title(item)}</Text>
              <Group justify="space-between" gap="xs">
                <Text className={classes.clock} component="span">
                  <span role="timer" aria-label={t('time_of', { title: title(item) })}>
                    {clock((seconds[item.id] ?? 0) + since)}
                  </span>
                  {runs && <span className={classes.now}> {t('now')}</span>}
                </Text>
                {writes &&
                  (runs ? (
                    <Button
                      variant="default"
                      leftSection={<Icon name="pause" />}
                      aria-label={t('pause_full', { title: title(item) })}
                      onClick={() => void note({ kind: 'pause' })}
                    >
                      {t('pause')}
                    </Button>
                  ) : (
                    <Button
                      variant="default"
                      leftSection={<Icon name="clock" />}
                      aria-label={t('open_full', { title: title(item) })}
                      onClick={() => void open(item.id)}
                    >
                      {t('open')}
                    </Button>
                  ))}
              </Group>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
