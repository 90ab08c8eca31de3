import { useTranslation } from 'react-i18next';
import type { ProgrammeStatus } from '@/api/generated';
import type { IconName } from '@/ui/Icon';
import { StateBadge, type Tone } from '@/ui/StateBadge';

const looks: Record<ProgrammeStatus, { tone: Tone; icon: IconName }> = {
  planned: { tone: 'waiting', icon: 'clock' },
  running: { tone: 'active', icon: 'arrowRight' },
  closed: { tone: 'stopped', icon: 'flag' },
};

export function StatusBadge({ status }: { status: ProgrammeStatus }) {
  const { t } = useTranslation('programmes');
  return <StateBadge {...looks[status]}>{t(`status.${status}`)}</StateBadge>;
}
