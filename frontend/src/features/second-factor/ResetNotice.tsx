import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { acknowledgeFactorResetMutation } from '@/api/generated/@tanstack/react-query.gen';
import { useMay, useMe } from '@/features/identity/useMe';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { useRenewMe } from './useRenewMe';

/** Tells that an administrator took the second factor away: whoever did not ask for that must hear of it. */
export function ResetNotice() {
  const { t } = useTranslation('second-factor');
  const { second_factor_reset_at: at } = useMe();
  const mayAcknowledge = useMay('acknowledge_factor_reset');
  const { dateTime } = useFormats();
  const acknowledge = useMutation({
    ...acknowledgeFactorResetMutation(),
    onSettled: useRenewMe(),
  });
  if (!at) return null;
  return (
    <Alert mb="lg" color="felt" icon={<Icon name="alert" />} title={t('reset_title')} data-no-print>
      <Text>{t('reset', { at: dateTime(at) })}</Text>
      {mayAcknowledge && (
        <Button
          mt="sm"
          size="sm"
          variant="default"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({})}
        >
          {t('reset_read')}
        </Button>
      )}
    </Alert>
  );
}
