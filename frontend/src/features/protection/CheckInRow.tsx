import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckIn, Language } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';
import classes from './Protection.module.css';

const looks: Record<'waiting' | 'silent' | 'calm' | 'worrying', [Tone, IconName]> = {
  waiting: ['waiting', 'clock'],
  silent: ['attention', 'alert'],
  calm: ['done', 'check'],
  worrying: ['attention', 'alert'],
};

const lookOf = ({ state, answer }: CheckIn) => {
  if (answer) return looks[answer === 'calm' ? 'calm' : 'worrying'];
  return looks[state === 'silent' ? 'silent' : 'waiting'];
};

/** A question that the person is or was asked, and what they said. */
export function CheckInRow({ checkIn, language }: { checkIn: CheckIn; language: Language }) {
  const { t } = useTranslation('protection');
  const { date, dateTime } = useFormats();
  const { counted_from, weeks, due_at, state, answer, words, answered_at } = checkIn;
  const [tone, icon] = lookOf(checkIn);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text>{t(`check_ins.asked.${counted_from}`, { count: weeks })}</Text>
        <Text size="sm" c="dimmed">
          {answered_at ? dateTime(answered_at) : t('check_ins.from', { date: date(due_at) })}
        </Text>
        {words && (
          <Text lang={language} className={classes.words}>
            {words}
          </Text>
        )}
      </div>
      <StateBadge tone={tone} icon={icon}>
        {answer ? t(`check_ins.answer.${answer}`) : t(`check_ins.state.${state}`)}
      </StateBadge>
    </li>
  );
}
