import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inFours } from '@/features/my-case/code';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { PageHeader } from '@/ui/PageHeader';
import { FileSending } from './FileSending';
import classes from './ReceiptView.module.css';
import { forgetReceipt, type Sent } from './receipts';

export function ReceiptView({ sent: { receipt, files } }: { sent: Sent }) {
  const { t } = useTranslation('intake');
  const { dateTime } = useFormats();
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
      <PageHeader title={t('receipt.title')} lead={!written && t('receipt.lead')} />
      <dl className={classes.receipt}>
        <div>
          <dt>{t('receipt.code')}</dt>
          <dd className={classes.code} translate="no">
            {inFours(receipt.code)
              .split(' ')
              .map((group, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups may be equal
                <span key={index}>{group}</span>
              ))}
          </dd>
          <dd className={classes.help}>{t('receipt.code_help')}</dd>
        </div>
        <div>
          <dt>{t('receipt.reference')}</dt>
          <dd className={classes.reference}>{receipt.reference}</dd>
          <dd className={classes.help}>{t('receipt.reference_help')}</dd>
        </div>
      </dl>
      <Text>{t('receipt.submitted', { at: dateTime(receipt.submitted_at) })}</Text>
      <Text>{t('receipt.next')}</Text>
      {files && <FileSending files={files} />}
      {written && <Text role="status">{t('receipt.done')}</Text>}
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
