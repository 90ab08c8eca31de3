import { useTranslation } from 'react-i18next';
import type { ConsentStanding } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<ConsentStanding, { tone: Tone; icon: IconName }> = {
  given: { tone: 'done', icon: 'check' },
  none: { tone: 'waiting', icon: 'circle' },
  withdrawn: { tone: 'stopped', icon: 'cross' },
};

export function ConsentBadge({ standing }: { standing: ConsentStanding }) {
  const { t } = useTranslation('stakeholders');
  return <StateBadge {...looks[standing]}>{t(`standing.${standing}`)}</StateBadge>;
}
