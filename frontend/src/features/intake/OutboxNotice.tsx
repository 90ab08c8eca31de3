import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { receiptKeysQuery } from '@/features/verify/receiptKeysQuery';
import { discard, type OutboxEntry } from '@/offline/outbox';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { type Answers, withFiles } from './draft';
import { useOutgoing } from './outgoing';
import { useReceipts } from './receipts';
import { keepDraft } from './useDraft';

/** Sends what waits whenever the network returns, and tells of it on every public page. */
export default function OutboxNotice() {
  const { waiting, refused, sendNow } = useOutgoing();
  const receipts = useReceipts();
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  // A receipt is often to be checked where there is no network to fetch them.
  useEffect(() => {
    queryClient.prefetchQuery(receiptKeysQuery);
  }, [queryClient]);
  const send = useEffectEvent(sendNow);
  useEffect(() => {
    const onOnline = () => send();
    onOnline();
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, []);
  const [firstRefused] = refused;
  if (receipts.length > 0 && pathname !== paths.receipt) return <SentNotice />;
  if (firstRefused) return <RefusedNotice entry={firstRefused} onReopened={sendNow} />;
  const isShownThere = pathname === paths.raise || pathname === paths.receipt;
  if (waiting.length > 0 && !isShownThere) {
    return <WaitingNotice count={waiting.length} onSend={sendNow} />;
  }
  return null;
}

function SentNotice() {
  const { t } = useTranslation('intake');
  return (
    <Alert role="status" icon={<Icon name="check" />} title={t('queue.sent')} data-no-print>
      <Text mb="sm">{t('receipt.lead')}</Text>
      <ButtonLink to={paths.receipt}>{t('queue.see_code')}</ButtonLink>
    </Alert>
  );
}

function WaitingNotice({ count, onSend }: { count: number; onSend: () => void }) {
  const { t } = useTranslation('intake');
  return (
    <Alert role="status" icon={<Icon name="clock" />} data-no-print>
      <Group gap="md">
        <Text>{t('queue.waiting', { count })}</Text>
        <Button variant="default" onClick={onSend}>
          {t('queue.now')}
        </Button>
      </Group>
    </Alert>
  );
}

interface RefusedProps {
  entry: OutboxEntry;
  onReopened: () => void;
}

function RefusedNotice({ entry, onReopened }: RefusedProps) {
  const { t } = useTranslation('intake');
  const navigate = useNavigate();
  const reopen = async () => {
    const answers = entry.body as Answers;
    await keepDraft({ step: 'check', answers, ...withFiles(entry.files) });
    await discard(entry.id);
    onReopened();
    await navigate({ to: paths.raise, reloadDocument: true });
  };
  return (
    <Alert
      role="alert"
      color="felt"
      icon={<Icon name="alert" />}
      title={t('queue.refused')}
      data-no-print
    >
      <Text mb="sm">{t('queue.refused_help')}</Text>
      <Button variant="default" onClick={reopen}>
        {t('queue.reopen')}
      </Button>
    </Alert>
  );
}
