import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WaitingCommitment } from '@/api/generated';
import { StandingBadge } from '@/features/commitments/StandingBadge';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

const words = ['report_commitment', 'verify_commitment'] as const;

/** What this person's side owes, and what they are to look at; nothing where there is nothing. */
export function WaitingCommitments({ waiting }: { waiting: WaitingCommitment[] }) {
  const { t } = useTranslation('commitments');
  const name = useName();
  const { date } = useFormats();
  if (waiting.length === 0) return null;
  return (
    <HomeSection title={t('waiting.title')}>
      <ul className={classes.rows}>
        {waiting.map(({ action, commitment }) => {
          const known = words.find((word) => word === action);
          const { id, what, standing, place, organisation, due_on } = commitment;
          return (
            <li key={id} className={classes.row}>
              <div className={classes.what}>
                <div className={classes.facts}>
                  <StandingBadge standing={standing} />
                  <Text span>{t('due', { day: date(due_on) })}</Text>
                </div>
                <Text lineClamp={2}>{what}</Text>
                <Text size="sm" c="dimmed">
                  {`${name(organisation.names)} · ${name(place.names)}`}
                </Text>
              </div>
              <ButtonLink variant="default" to={paths.commitment} params={{ commitmentId: id }}>
                {t(known ? `waiting.${known}` : 'facts')}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </HomeSection>
  );
}
