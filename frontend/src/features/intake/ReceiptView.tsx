import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { PageHeader } from '@/ui/PageHeader';
import { FileSending } from './FileSending';
import { ReceiptPaper } from './ReceiptPaper';
import { forgetReceipt, type Sent } from './receipts';

export function ReceiptView({ sent: { receipt, files } }: { sent: Sent }) {
  const { t } = useTranslation('intake');
  const navigate = useNavigate();
  const [written, setWritten] = useState(false);
  useEffect(() => {
    if (written) return () => forgetReceipt(receipt.reference);
  }, [written, receipt.reference]);
  return (
    <Stack maw={640} mx="auto">
      <LeaveGuard
        when={!written}
        title={t('receipt.leave')}
        consequences={t('receipt.leave_help')}
      />
      <PageHeader
        title={t('receipt.title')}
        lead={!written && <span data-no-print>{t('receipt.lead')}</span>}
      />
      <ReceiptPaper
        reference={receipt.reference}
        submittedAt={receipt.submitted_at}
        proof={receipt.proof}
        code={receipt.code}
      />
      <Text>{t('receipt.next')}</Text>
      {files && (
        <div data-no-print>
          <FileSending files={files} />
        </div>
      )}
      {written && (
        <Text role="status" data-no-print>
          {t('receipt.done')}
        </Text>
      )}
      <Group data-no-print>
        {written ? (
          <Button size="lg" onClick={() => navigate({ to: paths.myCase })}>
            {t('receipt.follow')}
          </Button>
        ) : (
          <Button size="lg" leftSection={<Icon name="check" />} onClick={() => setWritten(true)}>
            {t('receipt.written')}
          </Button>
        )}
        <Button
          size="lg"
          variant="default"
          leftSection={<Icon name="print" />}
          onClick={() => window.print()}
        >
          {t('receipt.print')}
        </Button>
      </Group>
    </Stack>
  );
}
