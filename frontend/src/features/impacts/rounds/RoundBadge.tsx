import { useTranslation } from 'react-i18next';
import type { RoundState } from '@/api/generated';
import { StateBadge } from '@/ui/StateBadge';

export function RoundBadge({ state }: { state: RoundState }) {
  const { t } = useTranslation('impacts');
  return state === 'open' ? (
    <StateBadge tone="active" icon="circle">
      {t('round.state.open')}
    </StateBadge>
  ) : (
    <StateBadge tone="done" icon="check">
      {t('round.state.closed')}
    </StateBadge>
  );
}
