import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup, FocusGroupReason } from '@/api/generated';
import { zFocusGroupReason } from '@/api/generated/zod.gen';
import { GroupDialog } from './GroupDialog';

interface Props {
  title: string;
  help?: string;
  color?: 'felt';
  confirm?: string;
  record: FocusGroup;
  send: (body: FocusGroupReason) => Promise<{ data: FocusGroup }>;
  onClose: () => void;
}

/** A move that needs nothing but a reason. */
export function ReasonDialog({ send, ...props }: Props) {
  const { t } = useTranslation('focus-groups');
  const toBody = ({ reason }: { reason: string }) => ({ reason: reason.trim() });
  return (
    <GroupDialog
      {...props}
      rules={zFocusGroupReason}
      initial={{ reason: '' }}
      toBody={toBody}
      send={(values) => send(zFocusGroupReason.parse(toBody(values)))}
    >
      {(form) => (
        <Textarea
          autosize
          withAsterisk
          minRows={2}
          label={t('reason')}
          description={t('reason_help')}
          {...form.getInputProps('reason')}
        />
      )}
    </GroupDialog>
  );
}
