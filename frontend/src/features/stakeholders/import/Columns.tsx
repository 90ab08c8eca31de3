import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportFound, mapStakeholderImport, type StakeholderImport } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { RecordTable } from '@/ui/RecordTable';
import { chosen, fields, letters } from './steps';
import { useKeepImport } from './useKeepImport';

interface Props {
  one: StakeholderImport;
  found: ImportFound;
}

/** What each column was taken for, with its first cells, to be corrected. */
export function Columns({ one, found }: Props) {
  const { t } = useTranslation('sheets');
  const titleId = useId();
  const keep = useKeepImport();
  const before = found.columns.map(({ field }) => field ?? null);
  const [columns, setColumns] = useState(before);
  const map = useMutation({
    mutationFn: async () =>
      mapStakeholderImport({ path: { id: one.id }, headers: ifMatch(one), body: { columns } }),
    onSuccess: ({ data }) => keep(data),
  });
  const changed = columns.some((field, index) => field !== before[index]);
  const items = found.columns.map(({ heading }, index) => ({
    id: String(index),
    index,
    heading,
    cells: found.sample.map(({ cells }) => cells[index] ?? '').filter(Boolean),
  }));
  return (
    <section aria-labelledby={titleId}>
      <Title order={3} id={titleId}>
        {t('import.columns')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('import.columns_help')}
      </Text>
      <RecordTable
        label={t('import.columns')}
        items={items}
        columns={[
          {
            label: t('import.column'),
            show: ({ index, heading }) => `${letters(index)} · ${heading || '—'}`,
          },
          {
            label: t('import.holds'),
            show: ({ index, heading }) => (
              <NativeSelect
                aria-label={t('import.column_of', { letter: letters(index), heading })}
                value={columns[index] ?? ''}
                data={[
                  { value: '', label: t('import.not_read') },
                  ...fields.map((field) => ({ value: field, label: t(`column.${field}`) })),
                ]}
                onChange={({ currentTarget }) =>
                  setColumns(
                    chosen(
                      columns,
                      index,
                      fields.find((field) => field === currentTarget.value) ?? null,
                    ),
                  )
                }
              />
            ),
          },
          {
            label: t('import.first'),
            show: ({ cells }) => (
              <Text size="sm" c="dimmed" lineClamp={2}>
                {cells.join(' · ') || '—'}
              </Text>
            ),
          },
        ]}
      />
      <Stack gap="xs" mt="sm">
        <ProblemAlert error={map.error} />
        {changed && (
          <Group>
            <Button variant="default" loading={map.isPending} onClick={() => map.mutate()}>
              {t('import.read_so')}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}
