import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';

/** Stands where a page's or a list's data would, when they could not be had. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" maw={560} py="lg">
      <ProblemAlert error={error} />
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('try_again')}
        </Button>
      )}
    </Stack>
  );
}
