import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StakeholderImport } from '@/api/generated';
import { Icon } from '@/ui/Icon';

export function Failed({ one }: { one: StakeholderImport }) {
  const { t } = useTranslation('sheets');
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />} maw={720}>
      <Text fw={600}>{t(`import.problem.${one.problem ?? 'broke_off'}`)}</Text>
      <Text>{t('import.nothing_recorded')}</Text>
    </Alert>
  );
}
