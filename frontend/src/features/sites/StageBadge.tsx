import { useTranslation } from 'react-i18next';
import type { SiteStage } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<SiteStage, { tone: Tone; icon: IconName }> = {
  exploration: { tone: 'waiting', icon: 'search' },
  construction: { tone: 'active', icon: 'clock' },
  production: { tone: 'done', icon: 'check' },
  care_and_maintenance: { tone: 'stopped', icon: 'pause' },
  closure: { tone: 'stopped', icon: 'flag' },
};

export function StageBadge({ stage }: { stage: SiteStage }) {
  const { t } = useTranslation('sites');
  return <StateBadge {...looks[stage]}>{t(`stage.${stage}`)}</StateBadge>;
}
