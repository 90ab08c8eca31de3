import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StateCount } from '@/api/generated';
import { GrievanceStateBadge } from '@/features/grievances/GrievanceStateBadge';
import { states } from '@/features/grievances/vocabulary';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

interface Props {
  figures: StateCount[];
  /** The day of figures in fives, which who reads no cases sees instead of counts. */
  asOf?: string | null;
  /** Whoever reads no cases has no list to go to. */
  mayRead: boolean;
}

export function Figures({ figures, asOf, mayRead }: Props) {
  const { t } = useTranslation(['home', 'grievances']);
  const { date, number } = useFormats();
  const shown = states.flatMap((state) => figures.find((figure) => figure.state === state) ?? []);
  return (
    <HomeSection title={t('figures.title')}>
      {shown.length === 0 && <Text c="dimmed">{t(mayRead ? 'figures.none' : 'figures.few')}</Text>}
      {asOf && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('figures.as_of', { date: date(asOf) })}
        </Text>
      )}
      <ul className={classes.figures}>
        {shown.map(({ state, count }) => (
          <li key={state} className={classes.figure}>
            <GrievanceStateBadge state={state} />
            {mayRead ? (
              <TextLink
                to={paths.grievances}
                search={{ state }}
                aria-label={`${t(`grievances:state.${state}`)}: ${number(count)}`}
                className={classes.count}
              >
                {number(count)}
              </TextLink>
            ) : (
              <span className={classes.count}>{number(count)}</span>
            )}
          </li>
        ))}
      </ul>
      {mayRead && shown.length > 0 && (
        <Text mt="sm">
          <TextLink to={paths.grievances}>{t('figures.all')}</TextLink>
        </Text>
      )}
    </HomeSection>
  );
}
