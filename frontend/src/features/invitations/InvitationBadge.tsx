import { useTranslation } from 'react-i18next';
import type { InvitationState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<InvitationState, { tone: Tone; icon: IconName }> = {
  open: { tone: 'waiting', icon: 'clock' },
  accepted: { tone: 'done', icon: 'check' },
  withdrawn: { tone: 'stopped', icon: 'cross' },
  expired: { tone: 'stopped', icon: 'pause' },
};

export function InvitationBadge({ state }: { state: InvitationState }) {
  const { t } = useTranslation('invitations');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
