import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseClock } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import classes from './Countdown.module.css';
import { countdownOf } from './countdown';

/** What the programme owes this person, and how much time it has left for it. */
export function Countdown({ clocks }: { clocks: CaseClock[] }) {
  const { t } = useTranslation('my-case');
  if (clocks.length === 0) return null;
  return (
    <div>
      <Title order={2}>{t('clock.title')}</Title>
      <ul className={classes.clocks}>
        {clocks.map((clock) => (
          <li key={clock.clock}>
            <Text span fw={600}>
              {t(`clock.name.${clock.clock}`)}
            </Text>{' '}
            <Left clock={clock} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Left({ clock }: { clock: CaseClock }) {
  const { t } = useTranslation('my-case');
  const { date } = useFormats();
  const { kind, count } = countdownOf(clock, Date.now());
  if (kind === 'paused') return <Text span>{t('clock.paused')}</Text>;
  const words = kind === 'over' ? t(`clock.over.${clock.clock}`) : t(`clock.${kind}`, { count });
  return (
    <Text span>
      {words}
      {clock.due_at && ` (${t('due', { date: date(clock.due_at) })})`}
    </Text>
  );
}
