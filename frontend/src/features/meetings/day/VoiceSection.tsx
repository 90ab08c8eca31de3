import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingSide, Sex } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Day.module.css';
import { shares, voiceOf } from './shares';
import type { Day } from './useDay';
import { useNoting } from './useNoting';
import { daySides } from './vocabulary';

interface Props {
  day: Day;
  writes: boolean;
  item?: string;
}

const speakers: readonly { sex: Sex; youth: boolean; name: Speaker }[] = [
  { sex: 'female', youth: false, name: 'woman' },
  { sex: 'female', youth: true, name: 'young_woman' },
  { sex: 'male', youth: false, name: 'man' },
  { sex: 'male', youth: true, name: 'young_man' },
];

type Speaker = 'woman' | 'young_woman' | 'man' | 'young_man';

/** One press for each turn to speak; which part of all turns is whose is seen at once. */
export function VoiceSection({ day, writes, item }: Props) {
  const { t } = useTranslation(['meeting-day', 'meetings']);
  const { state } = day;
  const { note, error } = useNoting(day);
  const last = state.spoke.at(-1);
  const spoke = (side: MeetingSide, { sex, youth }: { sex: Sex; youth: boolean }) =>
    note({ kind: 'spoke', side, sex, youth, item_id: item });
  return (
    <Section title={t('meeting-day:voice')}>
      <Shares day={day} />
      <ProblemAlert error={error} />
      {writes &&
        daySides.map((side) => (
          <fieldset key={side} className={classes.speakers}>
            <legend>
              {t(`meetings:side.${side}`)} <Text span>{state.sides[side]?.turns ?? 0}</Text>
            </legend>
            <SimpleGrid cols={2} spacing="xs">
              {speakers.map((speaker) => (
                <Button
                  key={speaker.name}
                  variant="default"
                  aria-label={t('meeting-day:spoke_full', {
                    who: t(`meeting-day:speaker.${speaker.name}`),
                    side: t(`meetings:side.${side}`),
                  })}
                  onClick={() => void spoke(side, speaker)}
                >
                  {t(`meeting-day:speaker.${speaker.name}`)}
                </Button>
              ))}
            </SimpleGrid>
          </fieldset>
        ))}
      {writes && last && (
        <Group>
          <Button
            variant="default"
            onClick={() => void note({ kind: 'withdraw', supersedes: last.id })}
          >
            {t('meeting-day:take_back_turn')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

/** Bars beside their words: nothing is told by colour alone. */
function Shares({ day }: { day: Day }) {
  const { t } = useTranslation(['meeting-day', 'meetings']);
  const voice = voiceOf(day.state);
  if (voice.turns === 0) return <Text c="dimmed">{t('meeting-day:nobody_spoke')}</Text>;
  const rows = [
    ...daySides
      .filter((side) => day.state.sides[side])
      .map((side) => ({
        name: t(`meetings:side.${side}`),
        part: day.state.sides[side]?.turns ?? 0,
      })),
    { name: t('meeting-day:women'), part: voice.women },
    { name: t('meeting-day:youth'), part: voice.youth },
  ];
  return (
    <ul className={classes.shares} aria-live="polite" aria-label={t('meeting-day:shares')}>
      {shares(rows, voice.turns).map(({ name, part, percent }) => (
        <li key={name}>
          <span>{name}</span>
          <span className={classes.bar} aria-hidden>
            <span style={{ inlineSize: `${percent}%` }} />
          </span>
          <span className={classes.figure}>{t('meeting-day:share', { part, percent })}</span>
        </li>
      ))}
    </ul>
  );
}
