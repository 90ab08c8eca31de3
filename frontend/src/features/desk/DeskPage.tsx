import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { PageHeader } from '@/ui/PageHeader';

export function DeskPage() {
  const { t } = useTranslation('shell');
  const me = useMe();
  return <PageHeader title={t('desk.greeting', { name: me.name })} />;
}
