import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language, MeetingMinutes, MinutesSide } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { useFormats } from '@/ui/formats';
import { StateBadge } from '@/ui/StateBadge';
import classes from '../record/Meeting.module.css';

/** What a side is called: its organisation, or those of it who came without an account. */
export function useSideTitle(language?: Language) {
  const { t } = useTranslation('minutes', { lng: language });
  const { t: tm, i18n } = useTranslation('meetings', { lng: language });
  const shown = language ?? (i18n.language as Language);
  return ({ side, organisation }: Pick<MinutesSide, 'side' | 'organisation'>) =>
    organisation
      ? `${organisation.names[shown]} · ${tm(`side.${side}`)}`
      : t('without_account', { side: tm(`side.${side}`) });
}

interface Props {
  minutes: MeetingMinutes;
  language: Language;
}

/** The word of each side about the text. */
export function SidesSection({ minutes, language }: Props) {
  const { t } = useTranslation('minutes', { lng: language });
  const title = useSideTitle(language);
  const { dateTime } = useFormats();
  const { state, sides } = minutes;
  if (state === 'held' || sides.length === 0) return null;
  return (
    <Section title={t('sides')}>
      <ul className={classes.items}>
        {sides.map((side) => {
          const { answer, organisation } = side;
          return (
            <li key={`${side.side}-${organisation?.id ?? ''}`} className={classes.item}>
              <Text fw={600}>{title(side)}</Text>
              <Badge side={side} language={language} />
              {answer?.words && (
                <Text className={classes.rules} lang="">
                  {answer.words}
                </Text>
              )}
              {answer?.answer === 'objected' && !answer.words && (
                <Text c="dimmed">{t('words_taken_out')}</Text>
              )}
              {answer && (
                <Text size="sm" c="dimmed">
                  {[
                    dateTime(answer.at),
                    answer.heard ? t('heard') : undefined,
                    answer.witness ? t('witness_was', { name: answer.witness }) : undefined,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Badge({ side: { answer }, language }: { side: MinutesSide; language: Language }) {
  const { t } = useTranslation('minutes', { lng: language });
  if (!answer)
    return (
      <StateBadge tone="waiting" icon="clock">
        {t('answer.none')}
      </StateBadge>
    );
  return answer.answer === 'approved' ? (
    <StateBadge tone="done" icon="check">
      {t('answer.approved')}
    </StateBadge>
  ) : (
    <StateBadge tone="stopped" icon="alert">
      {t('answer.objected')}
    </StateBadge>
  );
}
