import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Total } from '@/api/generated';
import { getMailServiceOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';

/** Whether mail can be sent at all, and how much of it waits. */
export function MailService() {
  const { t } = useTranslation(['mail', 'records']);
  const { dateTime, number } = useFormats();
  const service = useQuery(getMailServiceOptions());
  if (service.isPending) return <Loading />;
  if (service.isError)
    return <ErrorState error={service.error} onRetry={() => service.refetch()} />;
  const { set_up, waiting, waiting_since, unclear, given_up } = service.data;
  const count = ({ count, exact }: Total) => (exact ? number(count) : `${number(count)}+`);
  return (
    <>
      {!set_up && (
        <Alert color="felt" icon={<Icon name="alert" />} title={t('mail:not_set_up')} mb="md">
          {t('mail:not_set_up_help')}
        </Alert>
      )}
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('mail:state.waiting'), value: count(waiting) },
          { label: t('mail:waiting_since'), value: waiting_since ? dateTime(waiting_since) : null },
          { label: t('mail:state.unclear'), value: count(unclear) },
          { label: t('mail:state.given_up'), value: count(given_up) },
        ]}
      />
    </>
  );
}
