import { useTranslation } from 'react-i18next';
import type { CommitmentStanding } from '@/api/generated';
import { looks } from '@/features/promises/standings';
import { StateBadge } from '@/ui/StateBadge';

/** Whether a promise was kept. */
export function StandingBadge({ standing }: { standing: CommitmentStanding }) {
  const { t } = useTranslation('promises');
  return <StateBadge {...looks[standing]}>{t(`standing.${standing}`)}</StateBadge>;
}
