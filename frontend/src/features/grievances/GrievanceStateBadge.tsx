import { useTranslation } from 'react-i18next';
import type { State } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<State, { tone: Tone; icon: IconName }> = {
  submitted: { tone: 'waiting', icon: 'mail' },
  acknowledged: { tone: 'waiting', icon: 'clock' },
  accepted: { tone: 'active', icon: 'flag' },
  investigating: { tone: 'active', icon: 'search' },
  awaiting_information: { tone: 'waiting', icon: 'pause' },
  resolution_proposed: { tone: 'attention', icon: 'chat' },
  contested: { tone: 'attention', icon: 'alert' },
  implementing: { tone: 'active', icon: 'handshake' },
  resolved: { tone: 'done', icon: 'check' },
  ineligible: { tone: 'stopped', icon: 'cross' },
  referred: { tone: 'stopped', icon: 'arrowRight' },
  duplicate: { tone: 'stopped', icon: 'copy' },
  withdrawn: { tone: 'stopped', icon: 'arrowLeft' },
  closed_unresolved: { tone: 'stopped', icon: 'lock' },
};

export function GrievanceStateBadge({ state }: { state: State }) {
  const { t } = useTranslation('grievances');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
