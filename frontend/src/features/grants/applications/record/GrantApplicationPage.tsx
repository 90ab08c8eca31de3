import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GrantApplication } from '@/api/generated';
import { getGrantApplicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { ApplicationStateBadge } from '../ApplicationStateBadge';
import { FilesSection } from '../FilesSection';
import { AnswersSection } from './AnswersSection';
import { BudgetSection } from './BudgetSection';
import { FactsSection } from './FactsSection';
import { FollowUpsSection } from './FollowUpsSection';
import { HistorySection } from './HistorySection';
import { lastAsked } from './lastAsked';
import { MoveBar } from './MoveBar';
import { PeopleSection } from './PeopleSection';

export function GrantApplicationPage() {
  const { applicationId: id } = useParams({ from: '/desk/grant-applications/$applicationId/' });
  return (
    <RecordQuery options={getGrantApplicationOptions({ path: { id } })}>
      {(application) => <ApplicationRecord application={application} />}
    </RecordQuery>
  );
}

/** What somebody applies for, and everything that happened to it. */
function ApplicationRecord({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  return (
    <>
      <BackLink>
        <TextLink to={paths.grantApplications}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader
        title={application.title}
        lead={<ApplicationStateBadge state={application.state} />}
      />
      <Said application={application} />
      <MoveBar application={application} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <FactsSection application={application} />
          <AnswersSection application={application} />
        </Stack>
        <Stack gap="lg">
          <PeopleSection application={application} />
          <FollowUpsSection application={application} />
          <FilesSection application={application} />
        </Stack>
      </SimpleGrid>
      <BudgetSection application={application} />
      <HistorySection application={application} />
    </>
  );
}

/** What the programme said last: a question, or why not. */
function Said({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const { date } = useFormats();
  const { state, answer_by, events } = application;
  const words =
    state === 'more_information'
      ? lastAsked(application)
      : state === 'not_eligible'
        ? events.find(({ move }) => move === 'find_not_eligible')?.note
        : undefined;
  if (!words) return null;
  return (
    <Alert
      icon={<Icon name={state === 'not_eligible' ? 'cross' : 'chat'} />}
      title={t(state === 'not_eligible' ? 'why_not' : 'asked_of_you')}
      mb="lg"
    >
      <Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Text>
      {answer_by && <Text fw={600}>{t('answer_until', { day: date(answer_by) })}</Text>}
    </Alert>
  );
}
