import { Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type FocusGroup,
  type OpenedParticipant,
  openFocusGroupParticipants,
} from '@/api/generated';
import { zFocusGroupReason } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReadAgain } from './useReadAgain';

interface Props {
  record: FocusGroup;
  onOpened: (names: OpenedParticipant[]) => void;
  onClose: () => void;
}

export function OpenParticipantsDialog({ record, onOpened, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const readAgain = useReadAgain(record.id);
  const form = useApiForm(zFocusGroupReason, { reason: '' });
  const open = useMutation({
    gcTime: 0,
    mutationFn: async (body: { reason: string }) =>
      (
        await openFocusGroupParticipants({
          path: { id: record.id },
          headers: ifMatch(record),
          body,
        })
      ).data,
    onSuccess: ({ items }) => {
      onOpened(items);
      void readAgain();
      onClose();
    },
    onError: form.showProblem,
  });
  return (
    <Dialog title={t('participants_open')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => open.mutate(values))}>
        <Stack>
          <Text>{t('participants_open_help')}</Text>
          <Textarea
            autosize
            withAsterisk
            minRows={2}
            label={t('reason')}
            description={t('reason_help')}
            {...form.getInputProps('reason')}
          />
          <ProblemAlert error={open.error} />
          <DialogButtons
            confirm={t('participants_open')}
            loading={open.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
