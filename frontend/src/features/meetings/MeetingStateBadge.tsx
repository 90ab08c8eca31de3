import { useTranslation } from 'react-i18next';
import type { MeetingState } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<MeetingState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'waiting', icon: 'document' },
  agenda_open: { tone: 'active', icon: 'list' },
  invited: { tone: 'active', icon: 'mail' },
  confirmed: { tone: 'active', icon: 'check' },
  held: { tone: 'done', icon: 'people' },
  minutes_drafted: { tone: 'waiting', icon: 'document' },
  minutes_approved: { tone: 'done', icon: 'document' },
  closed: { tone: 'done', icon: 'check' },
  postponed: { tone: 'waiting', icon: 'clock' },
  cancelled: { tone: 'stopped', icon: 'stop' },
};

export function MeetingStateBadge({ state }: { state: MeetingState }) {
  const { t } = useTranslation('meetings');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
