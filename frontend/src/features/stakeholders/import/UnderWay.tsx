import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StakeholderImport } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { percentOf } from './steps';

export function UnderWay({ one }: { one: StakeholderImport }) {
  const { t } = useTranslation('sheets');
  const { number } = useFormats();
  const percent = percentOf(one);
  const label = t(`import.state.${one.state}`);
  return (
    <Stack gap="xs" maw={560}>
      <Text fw={600}>{label}</Text>
      <Progress value={percent ?? 100} animated={percent === undefined} aria-label={label} />
      <Text role="status">
        {one.rows_total > 0
          ? t('import.progress_of', {
              done: number(one.rows_done),
              total: number(one.rows_total),
            })
          : t('import.progress', { done: number(one.rows_done) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('import.leave_note')}
      </Text>
    </Stack>
  );
}
