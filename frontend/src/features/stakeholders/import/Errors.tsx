import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getStakeholderImportErrors,
  type ImportError,
  type StakeholderImport,
} from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { RecordTable } from '@/ui/RecordTable';
import { saveAs } from '@/ui/saveAs';
import { ChooseTable } from './ChooseTable';
import { errorKey } from './steps';

interface Props {
  one: StakeholderImport;
  errors: ImportError[];
}

/** What is wrong by row and column, with what to do about it; takes the focus, as a form's summary does. */
export function Errors({ one, errors }: Props) {
  const { t } = useTranslation('sheets');
  const { number } = useFormats();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const fetch = useMutation({
    mutationFn: async () => {
      const { data } = await getStakeholderImportErrors({ path: { id: one.id }, parseAs: 'blob' });
      saveAs(data as Blob, `${one.file_name.replace(/\.\w+$/, '')}-errors.csv`);
    },
  });
  return (
    <Stack component="section" gap="sm" aria-labelledby={titleId}>
      <Title order={3} id={titleId} ref={title} tabIndex={-1}>
        {t('import.errors')}
      </Title>
      <Text>{t('import.errors_help')}</Text>
      <ChooseTable programme={one.programme_id} label={t('import.corrected')} />
      {one.errors > errors.length && (
        <Text c="dimmed">
          {t('import.errors_shown', { shown: number(errors.length), total: number(one.errors) })}
        </Text>
      )}
      <RecordTable
        label={t('import.errors')}
        items={errors.map((error, index) => ({ ...error, id: String(index) }))}
        columns={[
          {
            label: t('import.cell'),
            show: ({ row, column }) =>
              column ? `${column}${row}` : `${t('import.row', { row })} · ${t('import.missing')}`,
          },
          { label: t('import.what'), show: ({ field }) => t(`column.${field}`) },
          { label: t('import.value'), show: ({ value }) => value || '—' },
          { label: t('import.todo'), show: ({ code }) => t(errorKey(code)) },
        ]}
      />
      <ProblemAlert error={fetch.error} />
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="download" size={18} />}
          loading={fetch.isPending}
          onClick={() => fetch.mutate()}
        >
          {t('import.errors_file')}
        </Button>
      </Group>
    </Stack>
  );
}
