import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getMeetingCalendar, type Meeting } from '@/api/generated';
import { getMeetingOptions, getMeetingQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { useLive } from '@/features/live/useLive';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { MeetingStateBadge } from '../MeetingStateBadge';
import { ToCalendar } from '../ToCalendar';
import { AgendaSection } from './AgendaSection';
import { AgreementsSection } from './AgreementsSection';
import { GuestsSection } from './GuestsSection';
import { HistorySection } from './HistorySection';
import classes from './Meeting.module.css';
import { MoveBar } from './MoveBar';
import { OwnInvitations } from './OwnInvitations';
import { PartLinks } from './PartLinks';
import { PromisesSection } from './PromisesSection';
import { WarningsNotice } from './WarningsNotice';

export function MeetingPage() {
  const { meetingId: id } = useParams({ from: '/desk/meetings/$meetingId/' });
  useLive('meeting', id, getMeetingQueryKey({ path: { id } }));
  return (
    <RecordQuery options={getMeetingOptions({ path: { id } })}>
      {(meeting) => <MeetingRecord meeting={meeting} />}
    </RecordQuery>
  );
}

/** When and where, of what is spoken, and who comes. */
export function MeetingRecord({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { title, state, warnings, ground_rules } = meeting;
  return (
    <>
      <BackLink>
        <TextLink to={paths.meetings}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader title={title} lead={<MeetingStateBadge state={state} />} />
      <MoveBar meeting={meeting} />
      <PartLinks meeting={meeting} />
      {warnings && <WarningsNotice warnings={warnings} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" mb="lg">
        <Stack gap="lg">
          <OwnInvitations meeting={meeting} />
          <FactsSection meeting={meeting} />
          {ground_rules && (
            <Section title={t('ground_rules')}>
              <Text className={classes.rules}>{ground_rules}</Text>
            </Section>
          )}
        </Stack>
        <Stack gap="lg">
          <AgendaSection meeting={meeting} />
          <PromisesSection promises={meeting.promises} />
          <AgreementsSection meeting={meeting} />
        </Stack>
      </SimpleGrid>
      <GuestsSection meeting={meeting} />
      <HistorySection meeting={meeting} />
    </>
  );
}

function FactsSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation(['meetings', 'focus-groups', 'records']);
  const name = useName();
  const { span } = useFormats();
  const { id, kind, starts_at, ends_at, place, site, venue, facilitator, visibility } = meeting;
  const spoken = (languages: Meeting['languages']) =>
    languages.map((language) => t(`focus-groups:language.${language}`)).join(', ');
  return (
    <Section title={t('meetings:facts')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('meetings:kind_label'), value: t(`meetings:kind.${kind}`) },
          { label: t('meetings:when'), value: span(starts_at, ends_at) },
          { label: t('meetings:place'), value: name(place.names) },
          { label: t('meetings:venue'), value: venue },
          { label: t('meetings:site'), value: site && name(site.names) },
          { label: t('meetings:facilitator'), value: facilitator.name },
          { label: t('meetings:languages'), value: spoken(meeting.languages) },
          { label: t('meetings:interpreters'), value: spoken(meeting.interpreters) || undefined },
          { label: t('meetings:visibility_label'), value: t(`meetings:visibility.${visibility}`) },
        ]}
      />
      <ToCalendar
        label={t('meetings:to_calendar')}
        fetch={async () => {
          const { data } = await getMeetingCalendar({ path: { id }, parseAs: 'blob' });
          return data as Blob;
        }}
      />
    </Section>
  );
}
