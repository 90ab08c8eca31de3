import { Alert, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicGrantCall } from '@/api/generated';
import { getPublicGrantCallOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { idOf } from '@/ui/listSearch';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { CallBody } from '../../body/CallBody';
import { useDeadline } from '../../useDeadline';
import { OpenCalls } from '../OpenCalls';
import { BeginForm } from './BeginForm';
import { EligibilityStep } from './EligibilityStep';
import { type Said, stands } from './eligibility';

/** Begins an application: first whether this person can apply at all, then what it is called. */
export function StartApplicationPage() {
  const { t } = useTranslation('grant-applications');
  const id = idOf(useSearch({ from: '/desk/grant-applications/new' }).call);
  return (
    <Stack gap={0} maw={760}>
      <BackLink>
        <TextLink to={paths.grantApplications}>{t('title')}</TextLink>
      </BackLink>
      {id ? (
        <RecordQuery keepsShown options={getPublicGrantCallOptions({ path: { id } })}>
          {(call) => <Start call={call} />}
        </RecordQuery>
      ) : (
        <>
          <PageHeader title={t('which_call')} />
          <OpenCalls />
        </>
      )}
    </Stack>
  );
}

function Start({ call }: { call: PublicGrantCall }) {
  const { t } = useTranslation('grant-applications');
  const name = useName();
  const [said, setSaid] = useState<Said>({});
  const standing = stands(call.questions, said);
  const open = call.phase === 'open';
  return (
    <>
      <PageHeader title={name(call.title)} lead={useDeadline(call)} />
      <Stack gap="lg">
        <details>
          <summary>{t('read_call')}</summary>
          <CallBody call={call} />
        </details>
        {open && <EligibilityStep questions={call.questions} said={said} onSay={setSaid} />}
        {open && standing === 'not_met' && (
          <Alert role="alert" color="felt" icon={<Icon name="stop" />} title={t('not_met')}>
            {t('not_met_help')}
          </Alert>
        )}
        {open && standing === 'met' && <BeginForm call={call} said={said} />}
      </Stack>
    </>
  );
}
