import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyCase } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import classes from './Timeline.module.css';

type Step = MyCase['timeline'][number];

/** Moves that leave the state as it was mean nothing to the reporter. */
export const changesOfState = (steps: Step[]) =>
  steps.filter(({ to }, index) => to !== steps[index - 1]?.to);

export function Timeline({ steps }: { steps: Step[] }) {
  const { t } = useTranslation(['my-case', 'grievances']);
  const { date } = useFormats();
  return (
    <section>
      <Title order={2} mb="sm">
        {t('timeline')}
      </Title>
      <ol className={classes.timeline}>
        {changesOfState(steps).map(({ at, to }) => (
          <li key={`${at} ${to}`} className={classes.step}>
            <Text>{t(`grievances:state.${to}`)}</Text>
            <Text size="sm" c="dimmed">
              {date(at)}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
