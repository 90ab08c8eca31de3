import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';

export function AccountState({ active }: { active: boolean }) {
  const { t } = useTranslation('accounts');
  return active ? (
    <StateBadge tone="done" icon="check">
      {t('active')}
    </StateBadge>
  ) : (
    <StateBadge tone="stopped" icon="lock">
      {t('closed')}
    </StateBadge>
  );
}
