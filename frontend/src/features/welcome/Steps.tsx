import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

const steps = ['tell', 'code', 'look', 'agree'] as const;

export function Steps() {
  const { t } = useTranslation('welcome');
  return (
    <section>
      <Title order={2} mb="md">
        {t('steps.title')}
      </Title>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step} className={classes.step}>
            <span className={classes.number} aria-hidden="true">
              {index + 1}
            </span>
            <Title order={3}>{t(`steps.${step}.title`)}</Title>
            <Text>{t(`steps.${step}.text`)}</Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
