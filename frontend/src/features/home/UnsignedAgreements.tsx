import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgreementSummary } from '@/api/generated';
import { AgreementStateBadge } from '@/features/agreements/AgreementStateBadge';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

/** What waits for the signature of this person's side; nothing where there is nothing. */
export function UnsignedAgreements({ agreements }: { agreements: AgreementSummary[] }) {
  const { t } = useTranslation('agreements');
  const name = useName();
  if (agreements.length === 0) return null;
  return (
    <HomeSection title={t('to_sign')}>
      <ul className={classes.rows}>
        {agreements.map(({ id, title, state, place, signed, sides }) => (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <div className={classes.facts}>
                <Text span fw={600}>
                  {title}
                </Text>
                <AgreementStateBadge state={state} />
              </div>
              <Text size="sm" c="dimmed">
                {`${name(place.names)} · ${t('signed_of', { signed, sides })}`}
              </Text>
            </div>
            <ButtonLink variant="default" to={paths.agreement} params={{ agreementId: id }}>
              {t('read')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}
