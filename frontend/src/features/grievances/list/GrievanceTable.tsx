import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrievanceSummary } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import type { Selection } from '../bulk/useSelection';
import { ClockWords } from '../ClockWords';
import { gistOf } from '../cases';
import { GrievanceStateBadge } from '../GrievanceStateBadge';
import { SeverityMark } from '../SeverityMark';
import { ChooseOne, ChooseShown } from './Choose';
import classes from './GrievanceTable.module.css';
import { WhereWords } from './WhereWords';

const columns = {
  staff: ['case', 'state', 'category', 'where', 'owner', 'received'],
  respondent: ['case', 'state', 'category', 'where', 'received'],
} as const;

interface Props {
  audience: GrievanceSummary['audience'];
  items: GrievanceSummary[];
  selection?: Selection;
}

export function GrievanceTable({ audience, items, selection }: Props) {
  const { t } = useTranslation('cases');
  return (
    <Table.ScrollContainer minWidth={720} type="native">
      <Table verticalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th className={classes.choose} data-no-print>
                <ChooseShown selection={selection} items={items} />
              </Table.Th>
            )}
            {columns[audience].map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((summary) => (
            <Row key={summary.id} summary={summary} selection={selection} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ summary, selection }: { summary: GrievanceSummary; selection?: Selection }) {
  const { t } = useTranslation('cases');
  const { date, month } = useFormats();
  const { id, reference, state, category, severity } = summary;
  const forStaff = summary.audience === 'staff' ? summary : undefined;
  return (
    <Table.Tr>
      {selection && (
        <Table.Td data-no-print>
          <ChooseOne selection={selection} summary={summary} />
        </Table.Td>
      )}
      <Table.Td className={classes.case}>
        <TextLink to={paths.grievance} params={{ grievanceId: id }} fw={600}>
          {reference}
        </TextLink>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {gistOf(summary) ?? t('no_summary')}
        </Text>
      </Table.Td>
      <Table.Td className={classes.state}>
        <GrievanceStateBadge state={state} />
        <div className={classes.clock}>
          <ClockWords clocked={forStaff} />
        </div>
      </Table.Td>
      <Table.Td>
        {category && <div>{t(`category.${category}`)}</div>}
        {severity && <SeverityMark severity={severity} />}
      </Table.Td>
      <Table.Td>
        <WhereWords summary={summary} />
      </Table.Td>
      {forStaff && <Table.Td>{forStaff.owner?.name}</Table.Td>}
      <Table.Td className={classes.date}>
        {summary.audience === 'staff' ? date(summary.submitted_at) : month(summary.month)}
      </Table.Td>
    </Table.Tr>
  );
}
