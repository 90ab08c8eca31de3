import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt, Record } from '@/api/generated';
import { recordGrievanceMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zRecord } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { useLanguage } from '@/i18n/useLanguage';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { useApiForm } from '@/ui/forms/useApiForm';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { CaseFields } from './CaseFields';
import { PersonFields } from './PersonFields';
import { emptyRecord, recordBody } from './recording';

export function RecordForm({ onRecorded }: { onRecorded: (receipt: Receipt) => void }) {
  const { t } = useTranslation('cases');
  const [key] = useState(newIdempotencyKey);
  const form = useApiForm(zRecord, emptyRecord(useLanguage()), recordBody);
  const record = useMutation({
    ...recordGrievanceMutation(),
    onSuccess: onRecorded,
    onError: form.showProblem,
  });
  const send = form.onSubmit((values) =>
    // The schema has just checked it.
    record.mutate({ headers: idempotent(key), body: recordBody(values) as Record }),
  );
  const labels = {
    channel: t('record.channel'),
    consent: t('record.consent'),
    'grievance.place_id': t('record.place'),
    'grievance.narrative': t('record.narrative'),
    'grievance.confidentiality': t('record.confidentiality'),
    'grievance.occurred_on': t('record.occurred_on'),
  };
  return (
    <form noValidate onSubmit={send}>
      <LeaveGuard when={form.isDirty() && !record.isPending && !record.isSuccess} />
      <Stack maw={640} gap="lg">
        <ErrorSummary errors={form.errors} labels={labels} />
        <CaseFields form={form} />
        <PersonFields form={form} />
        <TextInput
          label={t('record.consent')}
          description={t('record.consent_help')}
          withAsterisk
          {...form.getInputProps('consent')}
        />
        <ProblemAlert error={record.error} />
        <div>
          <Button type="submit" loading={record.isPending}>
            {t('record.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
