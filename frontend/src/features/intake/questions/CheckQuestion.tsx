import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import { type Step, stepsFor } from '../draft';
import classes from './CheckQuestion.module.css';
import { Question, type QuestionProps } from './Question';

export function CheckQuestion({ intake, draft, dispatch }: QuestionProps) {
  const { t } = useTranslation('intake');
  const name = useName();
  const { date } = useFormats();
  const { answers, photos, voice } = draft;
  const place = intake.places.find(({ id }) => id === answers.place_id);
  const site = intake.sites.find(({ id }) => id === answers.site_id);
  const shown: Record<Step, string | null | undefined> = {
    what: [answers.narrative, voice && t('check.voice')].filter(Boolean).join(' · '),
    where: [place, site]
      .map((at) => at && name(at.names))
      .filter(Boolean)
      .join(' · '),
    when: answers.occurred_on ? date(answers.occurred_on) : t('when.unknown'),
    wish: answers.wish,
    who: answers.confidentiality && t(`who.${answers.confidentiality}`),
    share: t(answers.share_with_community ? 'share.yes' : 'share.no'),
    contact: [answers.reporter?.name, answers.reporter?.contact].filter(Boolean).join(', '),
    photos: photos.length > 0 ? t('check.photos', { count: photos.length }) : undefined,
    check: undefined,
  };
  return (
    <Question step="check">
      <dl className={classes.answers}>
        {stepsFor(answers)
          .filter((step) => step !== 'check')
          .map((step) => (
            <div key={step} className={classes.answer}>
              <dt>{t(`${step}.question`)}</dt>
              <dd>{shown[step] || <Text c="dimmed">{t('check.empty')}</Text>}</dd>
              <dd>
                <Anchor
                  component="button"
                  type="button"
                  aria-label={t('check.change_of', { question: t(`${step}.question`) })}
                  onClick={() => dispatch({ type: 'go', step })}
                >
                  {t('check.change')}
                </Anchor>
              </dd>
            </div>
          ))}
      </dl>
    </Question>
  );
}
