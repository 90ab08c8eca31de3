import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';
import type { IconName } from './Icon';

interface Props {
  /** Whether a search or a filter may be what leaves the list empty. */
  filtered: boolean;
  icon: IconName;
  title: string;
  /** What to do first, where this person may do something. */
  help?: string | false;
}

export function EmptyList({ filtered, icon, title, help }: Props) {
  const { t } = useTranslation('records');
  if (filtered) {
    return (
      <EmptyState icon="search" title={t('no_match')}>
        {t('no_match_help')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title={title}>
      {help}
    </EmptyState>
  );
}
