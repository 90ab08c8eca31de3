import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useOutgoing } from './outgoing';
import type { FilesSent } from './receipts';

export function FileSending({ files: { total, sent, refused, error } }: { files: FilesSent }) {
  const { t } = useTranslation(['intake', 'common']);
  const { sendNow } = useOutgoing();
  if (error) {
    return (
      <Stack gap="sm" align="flex-start" data-no-print>
        <Text>{t('receipt.files.failed')}</Text>
        <ProblemAlert error={error} />
        <Button variant="default" onClick={sendNow}>
          {t('common:try_again')}
        </Button>
      </Stack>
    );
  }
  if (sent + refused < total) {
    return <Text role="status">{t('receipt.files.sending', { sent, total })}</Text>;
  }
  return (
    <Text role="status">{refused > 0 ? t('receipt.files.refused') : t('receipt.files.sent')}</Text>
  );
}
