import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { TextLink } from '@/ui/links';
import { ReceiptView } from './ReceiptView';
import { useReceipts } from './receipts';

export function ReceiptPage() {
  const { t } = useTranslation(['intake', 'shell']);
  const [first] = useReceipts();
  if (first) return <ReceiptView key={first.receipt.reference} sent={first} />;
  return (
    <EmptyState icon="key" title={t('receipt.none')}>
      <p>{t('receipt.none_help')}</p>
      <TextLink to={paths.myCase}>{t('shell:public.my_case')}</TextLink>
    </EmptyState>
  );
}
