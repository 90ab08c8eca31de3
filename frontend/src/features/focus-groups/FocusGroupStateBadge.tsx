import { useTranslation } from 'react-i18next';
import type { FocusGroupState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<FocusGroupState, { tone: Tone; icon: IconName }> = {
  planned: { tone: 'waiting', icon: 'calendar' },
  consented: { tone: 'waiting', icon: 'handshake' },
  held: { tone: 'active', icon: 'chat' },
  coded: { tone: 'active', icon: 'list' },
  validated: { tone: 'active', icon: 'people' },
  published: { tone: 'done', icon: 'check' },
  cancelled: { tone: 'stopped', icon: 'cross' },
};

export function FocusGroupStateBadge({ state }: { state: FocusGroupState }) {
  const { t } = useTranslation('focus-groups');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
