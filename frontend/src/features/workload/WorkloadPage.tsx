import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Load, Workload } from '@/api/generated';
import { getWorkloadOptions } from '@/api/generated/@tanstack/react-query.gen';
import { CasesHeader } from '@/features/grievances/CasesHeader';
import type { Filters } from '@/features/grievances/filters';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { RecordQuery } from '@/ui/RecordQuery';
import { RecordTable } from '@/ui/RecordTable';

const filtersOf = {
  open: { open: true },
  waiting: { waiting: true },
  at_risk: { open: true, clock: 'at_risk' },
  breached: { open: true, clock: 'breached' },
} as const satisfies Record<keyof Load, Filters>;

const columns = ['open', 'waiting', 'at_risk', 'breached'] as const;

interface Row {
  id: string;
  name: string;
  note?: string;
  /** Whose cases the list then shows. */
  whose: Filters;
  load: Load;
}

/** Who looks after how much, and what nobody does; each number leads to its cases. */
export function WorkloadPage() {
  const { t } = useTranslation(['workload', 'cases']);
  const { id: ownId } = useMe();
  const rowsOf = ({ people, unassigned }: Workload): Row[] => [
    {
      id: 'unassigned',
      name: t('workload:unassigned'),
      whose: { unassigned: true },
      load: unassigned,
    },
    ...people.map(({ person, gone, load }) => ({
      id: person.id,
      name: person.name,
      note: (gone && t('workload:gone')) || (person.id === ownId && t('workload:you')) || undefined,
      whose: person.id === ownId ? { mine: true } : { owner_id: person.id },
      load,
    })),
  ];
  return (
    <>
      <CasesHeader lead={t('workload:lead')} />
      <RecordQuery options={getWorkloadOptions()}>
        {(record) => (
          <RecordTable
            label={t('workload:title')}
            items={rowsOf(record)}
            columns={[
              { label: t('workload:person'), show: (row) => <Name row={row} /> },
              ...columns.map((what) => ({
                label: t(`workload:${what}`),
                show: (row: Row) => <Count row={row} what={what} />,
              })),
            ]}
          />
        )}
      </RecordQuery>
    </>
  );
}

function Name({ row: { name, note } }: { row: Row }) {
  return (
    <>
      {name}
      {note && (
        <Text size="sm" c="dimmed" fw={400}>
          {note}
        </Text>
      )}
    </>
  );
}

function Count({ row: { name, whose, load }, what }: { row: Row; what: keyof Load }) {
  const { t } = useTranslation('workload');
  const { number } = useFormats();
  const count = number(load[what]);
  if (load[what] === 0) return <Text c="dimmed">{count}</Text>;
  return (
    <TextLink
      to={paths.grievances}
      search={{ ...whose, ...filtersOf[what], sort: 'due' }}
      aria-label={t('number', { name, what: t(what), count: load[what] })}
      fw={600}
    >
      {count}
    </TextLink>
  );
}
