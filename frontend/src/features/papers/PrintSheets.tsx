import { Alert, Button, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedBatch } from '@/api/generated';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { PageHeader } from '@/ui/PageHeader';
import { PaperForm } from './PaperForm';

/** The sheets with their codes, which are nowhere else: once this page is left, only paper has them. */
export function PrintSheets({ printed: { batch, sheets } }: { printed: PrintedBatch }) {
  const { t } = useTranslation('papers');
  const navigate = useNavigate();
  const [done, setDone] = useState(false);
  return (
    <>
      <LeaveGuard when={!done} title={t('print.leave')} consequences={t('print.leave_help')} />
      <div data-no-print>
        <PageHeader title={t('print.title')} lead={t('print.lead')} />
        <Stack mb="lg">
          <Alert icon={<Icon name="lock" />}>{t('print.secret')}</Alert>
          <Group>
            <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
              {t('print.button')}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="check" />}
              onClick={() => {
                setDone(true);
                // Once the guard knows.
                setTimeout(() => navigate({ to: paths.paperBatch, params: { batchId: batch.id } }));
              }}
            >
              {t('print.done')}
            </Button>
          </Group>
        </Stack>
      </div>
      <section aria-label={t('print.preview')}>
        {sheets.map((sheet) => (
          <PaperForm key={sheet.number} sheet={sheet} language={batch.language} />
        ))}
      </section>
    </>
  );
}
