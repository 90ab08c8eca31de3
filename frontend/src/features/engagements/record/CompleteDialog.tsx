import { Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { completeFollowUp, type Engagement } from '@/api/generated';
import { getEngagementQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zFollowUpCompletion } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { todayInBishkek } from '@/ui/calendar/month';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { DayField } from '@/ui/forms/DayField';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKeepEngagement } from '../useEngagementSaved';

interface Values extends Record<string, unknown> {
  done_on: string | null;
  note: string;
}

/** Says that a follow-up was done: when, and what came of it. */
export function CompleteDialog({ record, onClose }: { record: Engagement; onClose: () => void }) {
  const { t } = useTranslation('engagements');
  const queryClient = useQueryClient();
  const keep = useKeepEngagement();
  const [error, setError] = useState<unknown>();
  const path = { id: record.id };
  const form = useApiForm<Values>(zFollowUpCompletion, { done_on: todayInBishkek(), note: '' });
  const submit = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      const body = zFollowUpCompletion.parse(values);
      void keep((await completeFollowUp({ path, headers: ifMatch(record), body })).data);
      onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
      // What was typed stays here; sent again it goes to the record as it is now.
      if (toApiProblem(failure).status === 412) {
        await queryClient.invalidateQueries({ queryKey: getEngagementQueryKey({ path }) });
      }
    }
  });
  return (
    <Dialog title={t('complete')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{record.follow_up?.task}</Text>
          <DayField
            withAsterisk
            label={t('done_on')}
            maxDate={todayInBishkek()}
            // Anything outside of the dialog would lie under it.
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('done_on')}
          />
          <Textarea
            autosize
            withAsterisk
            minRows={2}
            label={t('done_note')}
            {...form.getInputProps('note')}
          />
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('complete')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
