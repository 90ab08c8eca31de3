import { useTranslation } from 'react-i18next';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';
import { stanceKey } from './vocabulary';

const looks: Record<ReturnType<typeof stanceKey>, { tone: Tone; icon: IconName }> = {
  strongly_against: { tone: 'attention', icon: 'alert' },
  against: { tone: 'attention', icon: 'cross' },
  between: { tone: 'stopped', icon: 'circle' },
  for: { tone: 'done', icon: 'check' },
  strongly_for: { tone: 'done', icon: 'star' },
};

export function StanceWords({ stance }: { stance: number }) {
  const { t } = useTranslation('stakeholders');
  const key = stanceKey(stance);
  return <StateBadge {...looks[key]}>{t(`stance.${key}`)}</StateBadge>;
}
