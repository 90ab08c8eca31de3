import { useTranslation } from 'react-i18next';
import type { AgreementState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<AgreementState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'waiting', icon: 'document' },
  open_for_signature: { tone: 'active', icon: 'people' },
  in_force: { tone: 'done', icon: 'check' },
  ended: { tone: 'stopped', icon: 'stop' },
};

export function AgreementStateBadge({ state }: { state: AgreementState }) {
  const { t } = useTranslation('agreements');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
