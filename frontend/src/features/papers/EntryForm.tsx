import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnteredPaper, PaperEntry, PaperSheet } from '@/api/generated';
import { enterPaperSheetMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zPaperEntry } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import {
  LanguageField,
  NarrativeField,
  WhenFields,
  WhereFields,
  WishField,
} from '@/features/grievances/record/CaseFields';
import { ConsentFields } from '@/features/grievances/record/ConsentFields';
import { PersonFields } from '@/features/grievances/record/PersonFields';
import { emptyRecord, entryBody } from '@/features/grievances/record/recording';
import { useRecordLabels } from '@/features/grievances/record/useRecordLabels';
import { bishkekDay } from '@/features/intake/days';
import { useFormats } from '@/ui/formats';
import { DayField } from '@/ui/forms/DayField';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { useApiForm } from '@/ui/forms/useApiForm';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { PageHeader } from '@/ui/PageHeader';
import { PaperProblem } from './PaperProblem';
import { inTwo } from './sheetNumber';

interface Props {
  sheet: PaperSheet;
  onEntered: (entered: EnteredPaper) => void;
}

/** In the order of the paper, so that one's eyes go down both. */
export function EntryForm({ sheet, onEntered }: Props) {
  const { t } = useTranslation('papers');
  const { date } = useFormats();
  const [key] = useState(newIdempotencyKey);
  const form = useApiForm(zPaperEntry, emptyRecord(sheet.language), entryBody);
  const enter = useMutation({
    ...enterPaperSheetMutation(),
    onSuccess: onEntered,
    onError: form.showProblem,
    gcTime: 0,
  });
  const send = form.onSubmit((values) =>
    enter.mutate({
      path: { id: sheet.number },
      headers: idempotent(key),
      // The schema has just checked it.
      body: entryBody(values) as PaperEntry,
    }),
  );
  const labels = { ...useRecordLabels(), received_on: t('entry.received_on') };
  return (
    <>
      <PageHeader
        title={t('entry.title', { number: inTwo(sheet.number) })}
        lead={t('entry.lead', { date: date(sheet.printed_at), label: sheet.label })}
      />
      <form noValidate onSubmit={send}>
        <LeaveGuard when={form.isDirty() && !enter.isPending && !enter.isSuccess} />
        <Stack maw={640} gap="lg">
          <ErrorSummary errors={form.errors} labels={labels} />
          <DayField
            withAsterisk
            label={labels.received_on}
            description={t('entry.received_help')}
            minDate={bishkekDay(new Date(sheet.printed_at))}
            maxDate={bishkekDay(new Date())}
            error={form.errors.received_on}
            value={form.values.received_on || null}
            onChange={(day) => form.setFieldValue('received_on', day ?? '')}
          />
          <LanguageField form={form} />
          <WhereFields form={form} />
          <WhenFields form={form} />
          <NarrativeField form={form} />
          <WishField form={form} />
          <PersonFields form={form} />
          <ConsentFields form={form} />
          <PaperProblem error={enter.error} />
          <div>
            <Button type="submit" loading={enter.isPending}>
              {t('entry.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </>
  );
}
