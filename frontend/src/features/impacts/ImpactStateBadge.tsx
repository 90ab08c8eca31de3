import { useTranslation } from 'react-i18next';
import type { ImpactState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<ImpactState, { tone: Tone; icon: IconName }> = {
  reported: { tone: 'waiting', icon: 'chat' },
  validated: { tone: 'active', icon: 'check' },
  prioritised: { tone: 'attention', icon: 'star' },
  on_agenda: { tone: 'active', icon: 'calendar' },
  addressed: { tone: 'done', icon: 'handshake' },
  dismissed: { tone: 'stopped', icon: 'cross' },
};

export function ImpactStateBadge({ state }: { state: ImpactState }) {
  const { t } = useTranslation('impacts');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
