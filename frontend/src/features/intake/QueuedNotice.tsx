import { Button, Loader, Stack, Text } from '@mantine/core';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { PageHeader } from '@/ui/PageHeader';
import { useOutgoing } from './outgoing';
import { useReceipts } from './receipts';

/** After "send": on to the receipt as soon as the API has answered, which may be much later. */
export function QueuedNotice() {
  const { t } = useTranslation('intake');
  const { waiting, sendNow } = useOutgoing();
  const receipts = useReceipts();
  const [sending, setSending] = useState(true);
  const send = async () => {
    setSending(true);
    await sendNow();
    setSending(false);
  };
  const sendAtOnce = useEffectEvent(send);
  useEffect(() => {
    sendAtOnce();
  }, []);
  if (receipts.length > 0) return <Navigate to={paths.receipt} />;
  if (sending) {
    return (
      <EmptyState icon="send" title={t('queue.sending')}>
        <Loader />
      </EmptyState>
    );
  }
  if (waiting.length === 0) return null;
  return (
    <Stack maw={640} align="flex-start">
      <PageHeader title={t('queue.title')} />
      <Text>{t('queue.text')}</Text>
      <Button onClick={send}>{t('queue.now')}</Button>
    </Stack>
  );
}
