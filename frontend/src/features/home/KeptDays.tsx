import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeptDays } from '@/features/meetings/day/keptDays';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

/** Notes of the day of a meeting that have not reached the server: whoever clears this browser loses them. */
export function KeptDays() {
  const { t } = useTranslation('meeting-day');
  const kept = Object.entries(useKeptDays());
  if (kept.length === 0) return null;
  return (
    <HomeSection title={t('kept_title')}>
      <ul className={classes.rows}>
        {kept.map(([meetingId, count]) => (
          <li key={meetingId} className={classes.row}>
            <Text className={classes.what}>{t('kept_here', { count })}</Text>
            <ButtonLink
              variant="default"
              to={paths.meetingPart}
              params={{ meetingId, part: 'day' }}
            >
              {t('to_the_day')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}
