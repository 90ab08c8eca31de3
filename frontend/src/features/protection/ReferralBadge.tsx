import { useTranslation } from 'react-i18next';
import type { ReferralState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<ReferralState, [Tone, IconName]> = {
  proposed: ['waiting', 'chat'],
  consented: ['active', 'handshake'],
  sent: ['waiting', 'send'],
  accepted: ['active', 'check'],
  refused: ['stopped', 'cross'],
  turned_down: ['stopped', 'cross'],
  closed: ['done', 'check'],
  withdrawn: ['stopped', 'cross'],
};

export function ReferralBadge({ state }: { state: ReferralState }) {
  const { t } = useTranslation('protection');
  const [tone, icon] = looks[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`referrals.state.${state}`)}
    </StateBadge>
  );
}
