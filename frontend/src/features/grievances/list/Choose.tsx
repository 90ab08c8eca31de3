import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrievanceSummary } from '@/api/generated';
import type { Selection } from '../bulk/useSelection';

interface Props {
  selection: Selection;
  summary: GrievanceSummary;
}

export function ChooseOne({ selection, summary }: Props) {
  const { t } = useTranslation('many');
  return (
    <Checkbox
      aria-label={t('choose', { reference: summary.reference })}
      checked={selection.has(summary.id)}
      onChange={({ currentTarget }) => selection.set([summary], currentTarget.checked)}
    />
  );
}

/** Of the cases that the list shows; the bar of the chosen offers the rest. */
export function ChooseShown({
  selection,
  items,
}: Omit<Props, 'summary'> & { items: GrievanceSummary[] }) {
  const { t } = useTranslation('many');
  const chosen = items.filter(({ id }) => selection.has(id)).length;
  return (
    <Checkbox
      aria-label={t('choose_shown')}
      checked={chosen === items.length}
      indeterminate={chosen > 0 && chosen < items.length}
      onChange={({ currentTarget }) => selection.set(items, currentTarget.checked)}
    />
  );
}
