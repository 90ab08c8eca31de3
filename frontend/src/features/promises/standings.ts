import type { CommitmentStanding } from '@/api/generated/public';
import type { IconName } from '@/ui/Icon';
import type { Tone } from '@/ui/StateBadge';

/** How a promise looks by whether it was kept. */
export const looks: Record<CommitmentStanding, { tone: Tone; icon: IconName }> = {
  running: { tone: 'active', icon: 'clock' },
  overdue: { tone: 'attention', icon: 'alert' },
  awaiting: { tone: 'waiting', icon: 'search' },
  in_time: { tone: 'done', icon: 'check' },
  late: { tone: 'done', icon: 'check' },
  broken: { tone: 'stopped', icon: 'stop' },
};
