import { useTranslation } from 'react-i18next';
import type { Holiday } from '@/api/generated';
import { StateBadge } from '@/ui/StateBadge';

export function HolidayBadge({ holiday: { worked, confirmed } }: { holiday: Holiday }) {
  const { t } = useTranslation('holidays');
  if (!confirmed) {
    return (
      <StateBadge tone="attention" icon="clock">
        {t('expected')}
      </StateBadge>
    );
  }
  return worked ? (
    <StateBadge tone="active" icon="flag">
      {t('worked')}
    </StateBadge>
  ) : (
    <StateBadge tone="done" icon="check">
      {t('off')}
    </StateBadge>
  );
}
