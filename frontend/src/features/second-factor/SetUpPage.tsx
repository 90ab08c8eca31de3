import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { PageHeader } from '@/ui/PageHeader';
import { AskPassword } from './AskPassword';
import { KeepCodes } from './KeepCodes';
import { ResetNotice } from './ResetNotice';
import { ShowSecret } from './ShowSecret';
import { useRenewMe } from './useRenewMe';

/** The password, then the phone, then the recovery codes. */
export function SetUpPage() {
  const { t } = useTranslation('second-factor');
  const { next } = useSearch({ from: '/_threshold/second-factor/' });
  const navigate = useNavigate();
  const renewMe = useRenewMe();
  // As it was when the page was opened: it says why one is here.
  const [{ second_factor: before }] = useState(useMe());
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<string[]>();
  const leave = async () => {
    await renewMe();
    await navigate({ to: next ?? paths.me, ignoreBlocker: true });
  };
  const step = codes ? 3 : enrolment ? 2 : 1;
  return (
    <Stack maw={560} mx="auto">
      <PageHeader
        title={t('title')}
        lead={step === 1 ? t(`lead.${before}`) : t('step', { step, steps: 3 })}
      />
      {step === 1 && <ResetNotice />}
      {codes && <KeepCodes codes={codes} onKept={leave} />}
      {!codes && enrolment && (
        <ShowSecret
          enrolment={enrolment}
          onCodes={setCodes}
          onAgain={() => setEnrolment(undefined)}
        />
      )}
      {!enrolment && <AskPassword withCode={before === 'on'} onEnrolment={setEnrolment} />}
    </Stack>
  );
}
