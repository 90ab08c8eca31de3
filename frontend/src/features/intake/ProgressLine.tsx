import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ProgressLine.module.css';

export function ProgressLine({ step, total }: { step: number; total: number }) {
  const { t } = useTranslation('intake');
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t('progress', { step, total })}
      </Text>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.done} style={{ width: `${(100 * step) / total}%` }} />
      </div>
    </div>
  );
}
