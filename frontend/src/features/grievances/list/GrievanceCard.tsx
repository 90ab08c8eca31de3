import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrievanceSummary } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Selection } from '../bulk/useSelection';
import { ClockWords } from '../ClockWords';
import { gistOf } from '../cases';
import { GrievanceStateBadge } from '../GrievanceStateBadge';
import { SeverityMark } from '../SeverityMark';
import { ChooseOne } from './Choose';
import classes from './GrievanceCard.module.css';

interface Props {
  summary: GrievanceSummary;
  /** The board's columns say the state already. */
  withState?: boolean;
  selection?: Selection;
}

export function GrievanceCard({ summary, selection, withState = false }: Props) {
  const { t } = useTranslation('cases');
  const { date, month } = useFormats();
  const name = useName();
  const { id, reference, state, category, severity } = summary;
  const forStaff = summary.audience === 'staff' ? summary : undefined;
  const where = summary.audience === 'staff' ? summary.place.names : summary.district;
  const received = summary.audience === 'staff' ? date(summary.submitted_at) : month(summary.month);
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          {selection && <ChooseOne selection={selection} summary={summary} />}
          <TextLink to={paths.grievance} params={{ grievanceId: id }} fw={600}>
            {reference}
          </TextLink>
        </Group>
        {withState && <GrievanceStateBadge state={state} />}
      </Group>
      <Text lineClamp={3}>{gistOf(summary) ?? t('no_summary')}</Text>
      <Group gap="sm" className={classes.facts}>
        {severity && <SeverityMark severity={severity} />}
        <ClockWords clocked={forStaff} />
      </Group>
      <Text size="sm" c="dimmed">
        {[
          where && name(where),
          category && t(`category.${category}`),
          forStaff?.owner?.name,
          received,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </li>
  );
}
