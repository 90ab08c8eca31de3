import { useTranslation } from 'react-i18next';
import type { FollowUpStanding } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<FollowUpStanding, { tone: Tone; icon: IconName }> = {
  open: { tone: 'waiting', icon: 'clock' },
  overdue: { tone: 'attention', icon: 'alert' },
  done: { tone: 'done', icon: 'check' },
};

export function FollowUpBadge({ standing }: { standing: FollowUpStanding }) {
  const { t } = useTranslation('engagements');
  return <StateBadge {...looks[standing]}>{t(`standing.${standing}`)}</StateBadge>;
}
