import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DuplicateDecision,
  runStakeholderImport,
  type StakeholderImport,
} from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { Columns } from './Columns';
import { Duplicates } from './Duplicates';
import { Errors } from './Errors';
import { useKeepImport } from './useKeepImport';

/** What was found in a table: what is wrong, who may be known, and the button that records it. */
export function Decide({ one }: { one: StakeholderImport }) {
  const { t } = useTranslation('sheets');
  const { number } = useFormats();
  const keep = useKeepImport();
  const [all, setAll] = useState<DuplicateDecision>('skip');
  const [each, setEach] = useState<Record<number, DuplicateDecision>>({});
  const run = useMutation({
    mutationFn: async () => {
      const rows = Object.entries(each).map(([row, decision]) => ({ row: Number(row), decision }));
      return runStakeholderImport({
        path: { id: one.id },
        headers: ifMatch(one),
        body: { duplicates: all, rows },
      });
    },
    onSuccess: ({ data }) => keep(data),
  });
  if (!one.found) return null;
  return (
    <Stack gap="xl">
      <Facts
        none="0"
        facts={[
          { label: t('import.counts.rows'), value: number(one.rows_total) },
          { label: t('import.counts.errors'), value: number(one.errors) },
          { label: t('import.counts.duplicates'), value: number(one.duplicates) },
        ]}
      />
      {one.errors > 0 && <Errors one={one} errors={one.found.errors} />}
      <Columns one={one} found={one.found} />
      {one.errors === 0 && one.duplicates > 0 && (
        <Duplicates
          id={one.id}
          all={all}
          each={each}
          onAll={setAll}
          onEach={(row, decision) =>
            setEach(({ [row]: _, ...others }) =>
              decision ? { ...others, [row]: decision } : others,
            )
          }
        />
      )}
      <ProblemAlert error={run.error} />
      {one.actions.includes('run_stakeholder_import') && (
        <Stack gap="xs">
          <Text c="dimmed">{t('import.run_help')}</Text>
          <Group>
            <Button loading={run.isPending} onClick={() => run.mutate()}>
              {t('import.run')}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
