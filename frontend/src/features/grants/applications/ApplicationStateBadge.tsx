import { useTranslation } from 'react-i18next';
import type { GrantApplicationState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<GrantApplicationState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'waiting', icon: 'document' },
  submitted: { tone: 'active', icon: 'send' },
  more_information: { tone: 'attention', icon: 'chat' },
  eligible: { tone: 'done', icon: 'check' },
  not_eligible: { tone: 'stopped', icon: 'cross' },
  withdrawn: { tone: 'stopped', icon: 'stop' },
};

/** How an application stands, by word, shape and colour. */
export function ApplicationStateBadge({ state }: { state: GrantApplicationState }) {
  const { t } = useTranslation('grants');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
