import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listMandatesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { MandateStateBadge } from './MandateStateBadge';

/** For whom somebody of the register speaks, or spoke. */
export function MandatesOfStakeholder({ id }: { id: string }) {
  const { t } = useTranslation('mandates');
  const name = useName();
  const mayNominate = useMay('nominate_representative');
  const found = useQuery(listMandatesOptions({ query: { stakeholder_id: id, limit: 100 } }));
  return (
    <Section
      title={t('title')}
      actions={
        mayNominate && (
          <ButtonLink variant="default" to={paths.mandateNew} search={{ stakeholder: id }}>
            {t('nominate')}
          </ButtonLink>
        )
      }
    >
      {found.isPending && <Loading />}
      {found.isError && <ErrorState error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.items.length === 0 && <Text c="dimmed">{t('no_mandate')}</Text>}
      <List spacing="sm" listStyleType="none">
        {found.data?.items.map(({ id: mandateId, place, speaks_for, state, in_force }) => (
          <List.Item key={mandateId}>
            <TextLink to={paths.mandate} params={{ mandateId }}>
              {`${name(place.names)} · ${t(`speaks_for.${speaks_for}`)}`}
            </TextLink>
            <div>
              <MandateStateBadge state={state} inForce={in_force} />
            </div>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
