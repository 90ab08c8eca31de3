import { Alert, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantApplication, PublicGrantCall } from '@/api/generated';
import { getPublicGrantCallOptions } from '@/api/generated/@tanstack/react-query.gen';
import { KeptConflict } from '@/features/focus-groups/KeptConflict';
import { useMe } from '@/features/identity/useMe';
import { useKept } from '@/offline/useKept';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { FilesSection } from '../FilesSection';
import { lastAsked } from '../record/lastAsked';
import { useFieldWords } from '../useFieldWords';
import { useKeepApplication } from '../useKeepApplication';
import { AboutPart } from './AboutPart';
import { BudgetPart } from './BudgetPart';
import { DraftInWords } from './DraftInWords';
import { type Draft, draftOf } from './draft';
import { FinishPart } from './FinishPart';
import { FollowUpsPart } from './FollowUpsPart';
import { PartnersPart, TeamPart } from './PeopleParts';
import { applicationPort } from './port';
import { QuestionsPart } from './QuestionsPart';
import { SaveStatus } from './SaveStatus';
import { expectWhole } from './whole';

/** Long enough for a word or two in a row. */
const sendAfter = 1200;

/** Writing an application: saved as it is typed, on this device first. */
export default function Write({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  if (!application.actions.includes('update_grant_application')) {
    return (
      <PageHeader
        title={t('not_to_write')}
        lead={
          <TextLink to={paths.grantApplication} params={{ applicationId: application.id }}>
            {application.title}
          </TextLink>
        }
      />
    );
  }
  return (
    <RecordQuery
      keepsShown
      options={getPublicGrantCallOptions({ path: { id: application.call.id } })}
    >
      {(call) => <Form application={application} call={call} />}
    </RecordQuery>
  );
}

function Form({ application, call }: { application: GrantApplication; call: PublicGrantCall }) {
  const { t } = useTranslation('grant-applications');
  const words = useFieldWords();
  const name = useName();
  const { id: by } = useMe();
  const kept = useKept({
    port: applicationPort(application.id, by),
    record: application,
    sendAfter,
    onSaved: useKeepApplication(),
  });
  const { standing, conflict } = kept;
  const refused = standing.kind === 'refused' ? words.of(standing.error) : {};
  const latest = useRef(kept.value);
  latest.current = kept.value;
  const change = (make: (draft: Draft) => Draft) => {
    latest.current = make(latest.current);
    kept.change(latest.current);
  };
  const props = { draft: kept.value, onChange: change, application, call, refused };
  const question = lastAsked(application);
  const flush = async () => expectWhole(await kept.trySend());
  return (
    <>
      <BackLink>
        <TextLink to={paths.grantApplication} params={{ applicationId: application.id }}>
          {application.title}
        </TextLink>
      </BackLink>
      <PageHeader title={t('write')} lead={name(call.title)} />
      {question && application.state === 'more_information' && (
        <Alert icon={<Icon name="chat" />} title={t('asked_of_you')} mb="lg">
          <Text style={{ whiteSpace: 'pre-wrap' }}>{question}</Text>
        </Alert>
      )}
      <Stack gap="lg" maw={760}>
        <QuestionsPart stage="eligibility" {...props} />
        <AboutPart {...props} />
        <QuestionsPart stage="application" {...props} />
        <BudgetPart {...props} />
        <TeamPart {...props} />
        <PartnersPart {...props} />
        <FollowUpsPart {...props} />
        <FilesSection application={application} />
        <FinishPart application={application} call={call} onFlush={flush} />
      </Stack>
      <SaveStatus standing={standing} onSend={() => void kept.trySend()} />
      {conflict && (
        <KeptConflict
          title={t('conflict')}
          mine={<DraftInWords draft={conflict.mine} currency={call.currency} />}
          theirs={<DraftInWords draft={draftOf(conflict.theirs)} currency={call.currency} />}
          onKeepMine={() => void conflict.keepMine()}
          onTakeTheirs={() => void conflict.takeTheirs()}
        />
      )}
    </>
  );
}
