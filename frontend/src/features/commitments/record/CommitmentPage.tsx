import { Alert, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Commitment } from '@/api/generated';
import {
  getCommitmentOptions,
  getCommitmentQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useLive } from '@/features/live/useLive';
import { PlacePath } from '@/features/places/PlacePath';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { StandingBadge } from '../StandingBadge';
import { EvidenceSection } from './EvidenceSection';
import { HistorySection } from './HistorySection';
import { MoveBar } from './MoveBar';

export function CommitmentPage() {
  const { commitmentId: id } = useParams({ from: '/desk/commitments/$commitmentId' });
  useLive('commitment', id, getCommitmentQueryKey({ path: { id } }));
  return (
    <RecordQuery options={getCommitmentOptions({ path: { id } })}>
      {(commitment) => <CommitmentRecord commitment={commitment} />}
    </RecordQuery>
  );
}

/** What was promised, what shows that it was kept, and everything that happened to it. */
export function CommitmentRecord({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('commitments');
  const { what, standing, published, represented } = commitment;
  return (
    <>
      <BackLink>
        <TextLink to={paths.commitments}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader
        title={what}
        lead={
          <Group component="span" gap="sm">
            <StandingBadge standing={standing} />
            {published && <span>{t('published.yes')}</span>}
          </Group>
        }
      />
      <MoveBar commitment={commitment} />
      {represented && (
        <Alert icon={<Icon name="people" />} mb="lg">
          {t('represented')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <FactsSection commitment={commitment} />
        <Stack gap="lg">
          <EvidenceSection commitment={commitment} />
          {commitment.public_text && (
            <Section title={t('public_text')}>
              <Text>{commitment.public_text}</Text>
            </Section>
          )}
        </Stack>
      </SimpleGrid>
      <HistorySection events={commitment.events} />
    </>
  );
}

function FactsSection({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation(['commitments', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { organisation, side, place, site, grievance, agreement, meeting } = commitment;
  const { made_on, due_on, first_due_on, done_on, state } = commitment;
  return (
    <Section title={t('commitments:facts')}>
      <Facts
        none={t('records:none')}
        facts={[
          {
            label: t('commitments:owner'),
            value: `${name(organisation.names)} · ${t(`commitments:side.${side}`)}`,
          },
          { label: t('commitments:place'), value: <PlacePath id={place.id} /> },
          {
            label: t('commitments:site'),
            value: site && (
              <TextLink to={paths.site} params={{ siteId: site.id }}>
                {name(site.names)}
              </TextLink>
            ),
          },
          ...(grievance
            ? [
                {
                  label: t('commitments:case'),
                  value: (
                    <TextLink to={paths.grievance} params={{ grievanceId: grievance.id }}>
                      {grievance.reference}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(agreement
            ? [
                {
                  label: t('commitments:agreement'),
                  value: (
                    <TextLink to={paths.agreement} params={{ agreementId: agreement.id }}>
                      {agreement.title}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(meeting
            ? [
                {
                  label: t('commitments:meeting'),
                  value: (
                    <TextLink to={paths.meeting} params={{ meetingId: meeting.id }}>
                      {meeting.title}
                    </TextLink>
                  ),
                },
              ]
            : []),
          { label: t('commitments:state_label'), value: t(`commitments:state.${state}`) },
          { label: t('commitments:made_on'), value: date(made_on) },
          { label: t('commitments:due_on'), value: date(due_on) },
          ...(first_due_on === due_on
            ? []
            : [{ label: t('commitments:first_due_on'), value: date(first_due_on) }]),
          { label: t('commitments:done_on'), value: done_on && date(done_on) },
        ]}
      />
    </Section>
  );
}
