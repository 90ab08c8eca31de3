import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroupWarning } from '@/api/generated';
import { Icon } from '@/ui/Icon';

export function WarningsNotice({ warnings }: { warnings: FocusGroupWarning[] }) {
  const { t } = useTranslation('focus-groups');
  return warnings.map((warning) => (
    <Alert key={warning} color="felt" variant="light" icon={<Icon name="alert" />} data-no-print>
      {warning === 'outside_period' ? t('warning.outside_period_short') : t(`warning.${warning}`)}
    </Alert>
  ));
}
