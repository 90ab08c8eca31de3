import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '@/api/generated';
import { ReceiptView } from '@/features/intake/ReceiptView';
import { PageHeader } from '@/ui/PageHeader';
import { RecordForm } from './RecordForm';

export function RecordPage() {
  const { t } = useTranslation('cases');
  const [receipt, setReceipt] = useState<Receipt>();
  if (receipt) return <ReceiptView sent={{ receipt }} />;
  return (
    <>
      <PageHeader title={t('record.title')} lead={t('record.lead')} />
      <RecordForm onRecorded={setReceipt} />
    </>
  );
}
