import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteExport, type Export, getExportFile } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { saveAs } from '@/ui/saveAs';
import classes from './ExportItem.module.css';
import { isUnfinished, percentOf } from './progress';
import { useReloadExports } from './useReloadExports';

export function ExportItem({ item }: { item: Export }) {
  const { t } = useTranslation('many');
  const { dateTime, number } = useFormats();
  const reload = useReloadExports();
  const { id, format, state, actions } = item;
  const name = t('export.named', {
    list: t(`export.list.${item.list}`),
    format: t(`export.${format}`),
    at: dateTime(item.created_at),
  });
  const fetch = useMutation({
    mutationFn: async () => {
      const { data } = await getExportFile({ path: { id }, parseAs: 'blob' });
      saveAs(data as Blob, `${t('export.file')}-${item.created_at.slice(0, 10)}.${format}`);
    },
  });
  const remove = useMutation({
    mutationFn: async () => deleteExport({ path: { id }, headers: ifMatch(item) }),
    onSettled: reload,
  });
  const words = () => {
    switch (state) {
      case 'waiting':
        return t('export.waiting');
      case 'running':
        return item.rows_total
          ? t('export.running_of', {
              done: number(item.rows_done),
              total: number(item.rows_total),
            })
          : t('export.running', { done: number(item.rows_done) });
      case 'ready':
        return t(item.truncated ? 'export.ready_first' : 'export.ready', {
          rows: number(item.rows_done),
        });
      case 'failed':
        return t('export.failed');
    }
  };
  return (
    <div className={classes.item}>
      <Stack gap={6}>
        <Text fw={600}>{name}</Text>
        {isUnfinished(item) && (
          <Progress
            value={percentOf(item) ?? 100}
            animated={percentOf(item) === undefined}
            aria-label={name}
          />
        )}
        <Text size="sm" role="status">
          {words()}
        </Text>
        <ProblemAlert error={fetch.error ?? remove.error} />
        <Group gap="sm">
          {actions.includes('get_export_file') && (
            <Button
              size="sm"
              variant="default"
              leftSection={<Icon name="download" size={18} />}
              loading={fetch.isPending}
              onClick={() => fetch.mutate()}
            >
              {t('export.download')}
            </Button>
          )}
          {actions.includes('delete_export') && (
            <Button
              size="sm"
              variant="subtle"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t(isUnfinished(item) ? 'export.stop' : 'export.delete')}
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  );
}
