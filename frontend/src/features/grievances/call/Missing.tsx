import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordValues } from '../record/recording';
import classes from './Call.module.css';

const shortest = 10;

/** What the case can't do without, by the step that asks for it. */
export function stepsMissing({ consent, grievance }: RecordValues) {
  const steps = {
    consent: consent.given !== '',
    story: grievance.narrative.trim().length >= shortest,
    where: grievance.place_id !== '',
    person: grievance.confidentiality !== '',
  };
  return (Object.keys(steps) as (keyof typeof steps)[]).filter((step) => !steps[step]);
}

export function Missing({ values }: { values: RecordValues }) {
  const { t } = useTranslation('call');
  const titleId = useId();
  const missing = stepsMissing(values);
  return (
    <section aria-labelledby={titleId} aria-live="polite">
      <Title order={2} size="h3" id={titleId} mb="xs">
        {t('missing.title')}
      </Title>
      {missing.length === 0 && <Text>{t('missing.none')}</Text>}
      <ul className={classes.missing}>
        {missing.map((step) => (
          <li key={step}>{t(`step.${step}`)}</li>
        ))}
      </ul>
    </section>
  );
}
