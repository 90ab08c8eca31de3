import { useTranslation } from 'react-i18next';
import { useFormats } from '@/ui/formats';
import { Icon, type IconName } from '@/ui/Icon';
import classes from './ClockWords.module.css';
import { type Clock, type Clocked, clockOf } from './clock';

const icons: Record<Clock['kind'], IconName> = {
  in_time: 'clock',
  soon: 'clock',
  late: 'alert',
  silence: 'pause',
  silence_over: 'check',
  paused: 'pause',
};

/** How much time is left, in words; the colour only repeats them. */
export function ClockWords({ clocked }: { clocked: Clocked | undefined }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  const clock = clocked && clockOf(clocked, Date.now());
  if (!clock) return null;
  const { kind, unit, count } = clock;
  const { due_at, due_clock } = clocked;
  const due = due_at && t('clock.due', { at: dateTime(due_at) });
  return (
    <span
      className={classes.clock}
      data-kind={kind}
      title={[due_clock && t(`clock_name.${due_clock}`), due].filter(Boolean).join('. ')}
    >
      <Icon name={icons[kind]} size={16} />
      {kind === 'silence_over' || kind === 'paused'
        ? t(`clock.${kind}`)
        : t(`clock.${kind}_${unit}`, { count })}
    </span>
  );
}
