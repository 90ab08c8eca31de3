import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ErasureInput, eraseGrievance, type StaffGrievance } from '@/api/generated';
import { zErasureInput } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useKeepCase, useReloadCase } from '../../cases';

interface Props {
  record: StaffGrievance;
  onClose: () => void;
}

const parts = ['words', 'files', 'receipt'] as const;

/** Takes a person out of a case for good: what else goes is what the person asks for. */
export function EraseDialog({ record, onClose }: Props) {
  const { t } = useTranslation('sealed');
  const say = useSavedNotice();
  const keepCase = useKeepCase();
  const reload = useReloadCase(record.id);
  const [error, setError] = useState<unknown>();
  const form = useApiForm(zErasureInput, { reason: '', words: true, files: true, receipt: false });
  const erase = form.onSubmit(async (body: ErasureInput) => {
    setError(undefined);
    try {
      const { data } = await eraseGrievance({
        path: { id: record.id },
        headers: ifMatch(record),
        body,
      });
      keepCase(data);
      say(t('erase.done'));
      onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
      void reload();
    }
  });
  return (
    <Dialog title={t('erase.button')} onClose={onClose}>
      <form noValidate onSubmit={erase}>
        <Stack>
          <Text>{t('erase.help')}</Text>
          {parts.map((part) => (
            <Checkbox
              key={part}
              label={t(`erase.${part}`)}
              description={t(`erase.${part}_help`)}
              {...form.getInputProps(part, { type: 'checkbox' })}
            />
          ))}
          <Textarea
            autosize
            minRows={2}
            withAsterisk
            label={t('erase.reason')}
            description={t('erase.reason_help')}
            {...form.getInputProps('reason')}
          />
          <ProblemAlert error={error} />
          <DialogButtons
            confirm={t('erase.confirm')}
            color="felt"
            loading={form.submitting}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
