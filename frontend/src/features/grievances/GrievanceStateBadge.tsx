import { useTranslation } from 'react-i18next';
import type { State } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<State, { tone: Tone; icon: IconName }> = {
  submitted: { tone: 'waiting', icon: 'mail' },
  acknowledged: { tone: 'waiting', icon: 'clock' },
  accepted: { tone: 'active', icon: 'flag' },
  investigating: { tone: 'active', icon: 'search' },
  resolution_proposed: { tone: 'attention', icon: 'chat' },
  contested: { tone: 'attention', icon: 'alert' },
  implementing: { tone: 'active', icon: 'handshake' },
  resolved: { tone: 'done', icon: 'check' },
};

export function GrievanceStateBadge({ state }: { state: State }) {
  const { t } = useTranslation('grievances');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
