import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '@/api/generated';
import { listCommitmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { StandingBadge } from '@/features/commitments/StandingBadge';
import { useMay } from '@/features/identity/useMe';
import classes from '@/features/impacts/record/Thread.module.css';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';

/** What follows from the agreement: who is to do what, by when. */
export function AgreementCommitments({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('commitments');
  const { id, state, place, site, grievance } = agreement;
  const mayCreate = useMay('create_commitment') && state !== 'ended';
  const { data } = useQuery(listCommitmentsOptions({ query: { agreement_id: id, limit: 50 } }));
  if (!data || (data.items.length === 0 && !mayCreate)) return null;
  return (
    <Section
      title={t('title')}
      actions={
        mayCreate && (
          <ButtonLink
            variant="default"
            leftSection={<Icon name="plus" />}
            to={paths.commitmentNew}
            search={{ agreement: id, place: place.id, site: site?.id, case: grievance?.id }}
          >
            {t('new')}
          </ButtonLink>
        )
      }
    >
      {data.items.length === 0 && <Text c="dimmed">{t('of_agreement_none')}</Text>}
      <ul className={classes.links}>
        {data.items.map((commitment) => (
          <li key={commitment.id}>
            <TextLink to={paths.commitment} params={{ commitmentId: commitment.id }}>
              {commitment.what}
            </TextLink>
            <StandingBadge standing={commitment.standing} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
