import { useTranslation } from 'react-i18next';
import type { SheetState } from '@/api/generated';
import { StateBadge } from '@/ui/StateBadge';

const looks = {
  out: { tone: 'waiting', icon: 'clock' },
  entered: { tone: 'done', icon: 'check' },
  void: { tone: 'stopped', icon: 'cross' },
} as const;

export function SheetBadge({ state }: { state: SheetState }) {
  const { t } = useTranslation('papers');
  return <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
