import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Opening, openIdentity, type Purpose } from '@/api/generated';
import { zOpening, zPurpose } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';

interface Props {
  caseId: string;
  onOpened: () => void;
  onClose: () => void;
}

/** Asks what the name is needed for. */
export function OpenDialog({ caseId, onOpened, onClose }: Props) {
  const { t } = useTranslation('sealed');
  const [key] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>();
  const form = useApiForm(zOpening, { purpose: 'contact' as Purpose, reason: '' });
  const open = form.onSubmit(async (body: Opening) => {
    setError(undefined);
    try {
      await openIdentity({ path: { id: caseId }, headers: idempotent(key), body });
      onOpened();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
  });
  return (
    <Dialog title={t('open')} onClose={onClose}>
      <form noValidate onSubmit={open}>
        <Stack>
          <Text>{t('open_help')}</Text>
          <NativeSelect
            size="md"
            label={t('purpose.label')}
            data={zPurpose.options.map((value) => ({ value, label: t(`purpose.${value}`) }))}
            {...form.getInputProps('purpose')}
          />
          <Textarea
            autosize
            minRows={3}
            withAsterisk
            data-autofocus
            label={t('reason')}
            description={t('reason_help')}
            {...form.getInputProps('reason')}
          />
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('open_confirm')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
