import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Alert, handleProtectionAlert } from '@/api/generated';
import { zHandling } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReloadProtection } from './reload';

interface Props {
  alert: Alert;
  onClose: () => void;
}

export function HandleDialog({ alert, onClose }: Props) {
  const { t } = useTranslation('protection');
  const reload = useReloadProtection();
  const [error, setError] = useState<unknown>();
  const form = useApiForm(zHandling, { note: '' });
  const handle = form.onSubmit(async (body) => {
    setError(undefined);
    try {
      await handleProtectionAlert({ path: { id: alert.id }, headers: ifMatch(alert), body });
      onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
    await reload();
  });
  return (
    <Dialog title={t('alerts.handle')} onClose={onClose}>
      <form noValidate onSubmit={handle}>
        <Stack>
          <Text>{t(`alerts.what_to_do.${alert.kind}`)}</Text>
          <Textarea
            autosize
            minRows={3}
            withAsterisk
            data-autofocus
            label={t('alerts.note')}
            description={t('sealed_words')}
            {...form.getInputProps('note')}
          />
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('alerts.close')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
