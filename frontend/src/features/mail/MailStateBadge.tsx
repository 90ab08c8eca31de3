import { useTranslation } from 'react-i18next';
import type { MailState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<MailState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'waiting', icon: 'clock' },
  sending: { tone: 'active', icon: 'send' },
  sent: { tone: 'done', icon: 'check' },
  dropped: { tone: 'stopped', icon: 'minus' },
  unclear: { tone: 'attention', icon: 'alert' },
  given_up: { tone: 'attention', icon: 'cross' },
};

export function MailStateBadge({ state }: { state: MailState }) {
  const { t } = useTranslation('mail');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
