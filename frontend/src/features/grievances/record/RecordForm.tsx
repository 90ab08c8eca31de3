import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '@/api/generated';
import { useLanguage } from '@/i18n/useLanguage';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemAlert } from '@/ui/ProblemAlert';
import {
  ChannelField,
  LanguageField,
  NarrativeField,
  WhenFields,
  WhereFields,
  WishField,
} from './CaseFields';
import { ConsentFields } from './ConsentFields';
import { PersonFields } from './PersonFields';
import { emptyRecord } from './recording';
import { useRecordForm } from './useRecordForm';
import { useRecordLabels } from './useRecordLabels';

export function RecordForm({ onRecorded }: { onRecorded: (receipt: Receipt) => void }) {
  const { t } = useTranslation('cases');
  const initial = emptyRecord(useLanguage());
  const { form, record, send } = useRecordForm({ initial, onRecorded });
  return (
    <form noValidate onSubmit={send}>
      <LeaveGuard when={form.isDirty() && !record.isPending && !record.isSuccess} />
      <Stack maw={640} gap="lg">
        <ErrorSummary errors={form.errors} labels={useRecordLabels()} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <ChannelField form={form} />
          <LanguageField form={form} />
        </SimpleGrid>
        <NarrativeField form={form} />
        <WishField form={form} />
        <WhereFields form={form} />
        <WhenFields form={form} />
        <PersonFields form={form} />
        <ConsentFields form={form} />
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
