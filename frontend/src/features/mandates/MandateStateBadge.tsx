import { useTranslation } from 'react-i18next';
import type { MandateState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<MandateState, { tone: Tone; icon: IconName }> = {
  nominated: { tone: 'waiting', icon: 'person' },
  vetted: { tone: 'waiting', icon: 'search' },
  endorsed: { tone: 'active', icon: 'people' },
  active: { tone: 'done', icon: 'check' },
  ended: { tone: 'stopped', icon: 'stop' },
};

interface Props {
  state: MandateState;
  /** An active mandate whose term is over speaks for nobody. */
  inForce: boolean;
}

export function MandateStateBadge({ state, inForce }: Props) {
  const { t } = useTranslation('mandates');
  if (state === 'active' && !inForce)
    return (
      <StateBadge tone="attention" icon="alert">
        {t('term_over')}
      </StateBadge>
    );
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
