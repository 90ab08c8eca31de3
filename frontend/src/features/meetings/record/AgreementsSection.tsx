import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import classes from '@/features/impacts/record/Thread.module.css';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { tookPlace } from './tookPlace';

/** What was agreed at the meeting, and the way to write it down. */
export function AgreementsSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting-day');
  const { id, place, site, agreements, state } = meeting;
  const writes = useMay('create_agreement') && tookPlace(state);
  if (agreements.length === 0 && !writes) return null;
  return (
    <Section
      title={t('agreements')}
      actions={
        writes && (
          <ButtonLink
            variant="default"
            leftSection={<Icon name="plus" />}
            to={paths.agreementNew}
            search={{ meeting: id, place: place.id, site: site?.id }}
          >
            {t('new_agreement')}
          </ButtonLink>
        )
      }
    >
      <ul className={classes.links}>
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <TextLink to={paths.agreement} params={{ agreementId: agreement.id }}>
              {agreement.title}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
