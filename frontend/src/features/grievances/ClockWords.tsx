import { useTranslation } from 'react-i18next';
import type { State } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Icon, type IconName } from '@/ui/Icon';
import classes from './ClockWords.module.css';
import { type Clock, clockOf } from './clock';

const icons: Record<Clock['kind'], IconName> = {
  in_time: 'clock',
  soon: 'clock',
  late: 'alert',
  silence: 'pause',
  silence_over: 'check',
};

interface Props {
  state: State;
  dueAt?: string | null;
}

/** How much time is left, in words; the colour only repeats them. */
export function ClockWords({ state, dueAt }: Props) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  if (!dueAt) return null;
  const { kind, unit, count } = clockOf(dueAt, state, Date.now());
  return (
    <span
      className={classes.clock}
      data-kind={kind}
      title={t('clock.due', { at: dateTime(dueAt) })}
    >
      <Icon name={icons[kind]} size={16} />
      {kind === 'silence_over' ? t('clock.silence_over') : t(`clock.${kind}_${unit}`, { count })}
    </span>
  );
}
