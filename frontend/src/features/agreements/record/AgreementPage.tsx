import { Alert, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '@/api/generated';
import {
  getAgreementOptions,
  getAgreementQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useLive } from '@/features/live/useLive';
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
import { AgreementStateBadge } from '../AgreementStateBadge';
import classes from './Agreement.module.css';
import { AgreementCommitments } from './AgreementCommitments';
import { HistorySection } from './HistorySection';
import { MoveBar } from './MoveBar';
import { ScansSection } from './ScansSection';
import { SidesSection } from './SidesSection';

export function AgreementPage() {
  const { agreementId: id } = useParams({ from: '/desk/agreements/$agreementId' });
  useLive('agreement', id, getAgreementQueryKey({ path: { id } }));
  return (
    <RecordQuery options={getAgreementOptions({ path: { id } })}>
      {(agreement) => <AgreementRecord agreement={agreement} />}
    </RecordQuery>
  );
}

/** What was agreed and who signed it: on paper the text and the signatures, and nothing else. */
export function AgreementRecord({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { title, state, texts, revision, revision_in_force } = agreement;
  const [latest, ...before] = texts;
  const older = revision_in_force && revision_in_force < revision;
  return (
    <>
      <BackLink>
        <TextLink to={paths.agreements}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader title={title} lead={<AgreementStateBadge state={state} />} />
      <MoveBar agreement={agreement} />
      {older && (
        <Alert icon={<Icon name="document" />} mb="lg">
          {t('older_holds', { number: revision_in_force })}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <Section title={t('text_number', { number: revision })}>
            <Text className={classes.text}>{latest?.text}</Text>
          </Section>
          <SidesSection agreement={agreement} />
        </Stack>
        <Stack gap="lg" data-no-print>
          <FactsSection agreement={agreement} />
          <ScansSection agreement={agreement} />
          <AgreementCommitments agreement={agreement} />
          {before.map((text) => (
            <details key={text.revision}>
              <summary>{t('text_number', { number: text.revision })}</summary>
              <Text className={classes.text} mt="sm">
                {text.text}
              </Text>
            </details>
          ))}
        </Stack>
      </SimpleGrid>
      <HistorySection agreement={agreement} />
    </>
  );
}

function FactsSection({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { place, site, grievance, meeting, in_force_since, ended_on } = agreement;
  return (
    <Section title={t('agreements:facts')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('agreements:place'), value: name(place.names) },
          { label: t('agreements:site'), value: site && name(site.names) },
          ...(grievance
            ? [
                {
                  label: t('agreements:case'),
                  value: (
                    <TextLink to={paths.grievance} params={{ grievanceId: grievance.id }}>
                      {grievance.reference}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(meeting
            ? [
                {
                  label: t('agreements:meeting'),
                  value: (
                    <TextLink to={paths.meeting} params={{ meetingId: meeting.id }}>
                      {meeting.title}
                    </TextLink>
                  ),
                },
              ]
            : []),
          {
            label: t('agreements:in_force_since'),
            value: in_force_since && <Group>{date(in_force_since)}</Group>,
          },
          ...(ended_on ? [{ label: t('agreements:ended_on'), value: date(ended_on) }] : []),
        ]}
      />
    </Section>
  );
}
