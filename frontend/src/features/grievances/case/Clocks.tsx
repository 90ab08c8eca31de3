import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseClock, ClockState } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';
import classes from './Clocks.module.css';
import { Section } from './Section';

const looks: Record<ClockState, { tone: Tone; icon: IconName }> = {
  on_track: { tone: 'active', icon: 'clock' },
  paused: { tone: 'waiting', icon: 'pause' },
  at_risk: { tone: 'attention', icon: 'clock' },
  breached: { tone: 'attention', icon: 'alert' },
};

/** What the programme has promised in this case. A clock also stops in time where a case took another way. */
export function Clocks({ clocks }: { clocks: CaseClock[] }) {
  return (
    <Section title="section.clocks">
      <ul className={classes.clocks}>
        {clocks.map((clock) => (
          <ClockRow key={`${clock.clock} ${clock.started_at}`} clock={clock} />
        ))}
      </ul>
    </Section>
  );
}

function ClockRow({ clock: { clock, state, due_at, stopped_at } }: { clock: CaseClock }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  return (
    <li className={classes.clock}>
      <div>
        {t(`clock_name.${clock}`)}
        <Text size="sm" c="dimmed">
          {due_at && t('clock.due', { at: dateTime(due_at) })}
        </Text>
      </div>
      {stopped_at ? (
        <Stopped inTime={state !== 'breached'} />
      ) : (
        <StateBadge {...looks[state]}>{t(`clock_state.${state}`)}</StateBadge>
      )}
    </li>
  );
}

function Stopped({ inTime }: { inTime: boolean }) {
  const { t } = useTranslation('cases');
  return (
    <StateBadge tone={inTime ? 'done' : 'stopped'} icon={inTime ? 'check' : 'alert'}>
      {t(inTime ? 'clock_state.in_time' : 'clock_state.too_late')}
    </StateBadge>
  );
}
