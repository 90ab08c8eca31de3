import { useTranslation } from 'react-i18next';
import type { GrantCallPhase } from '@/api/generated/public';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<GrantCallPhase, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'waiting', icon: 'document' },
  upcoming: { tone: 'waiting', icon: 'clock' },
  open: { tone: 'active', icon: 'send' },
  closed: { tone: 'waiting', icon: 'lock' },
  withdrawn: { tone: 'stopped', icon: 'stop' },
};

/** How a call stands now, by word, shape and colour. */
export function CallPhaseBadge({ phase }: { phase: GrantCallPhase }) {
  const { t } = useTranslation('grant-calls');
  return <StateBadge {...looks[phase]}>{t(`phase.${phase}`)}</StateBadge>;
}
