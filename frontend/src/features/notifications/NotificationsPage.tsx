import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listNotificationsInfiniteOptions,
  readNotificationsMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { NotificationRow } from './NotificationRow';
import classes from './Notifications.module.css';
import { invalidateNotifications } from './notifications';

export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const queries = useQueryClient();
  const list = useInfiniteQuery({ ...listNotificationsInfiniteOptions(), ...keyset });
  const readAll = useMutation({
    ...readNotificationsMutation(),
    onSettled: () => invalidateNotifications(queries),
  });
  const items = itemsOf(list.data?.pages);
  const [latest] = items;
  const anyUnread = items.some(({ actions }) => actions.includes('read_notification'));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          latest &&
          anyUnread && (
            <Button
              variant="default"
              loading={readAll.isPending}
              onClick={() => readAll.mutate({ body: { last: latest.id } })}
            >
              {t('read_all')}
            </Button>
          )
        }
      />
      <ProblemAlert error={readAll.error} />
      {list.isPending && <Loading />}
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState icon="bell" title={t('empty')}>
          {t('empty_help')}
        </EmptyState>
      )}
      <ul className={classes.list} aria-label={t('title')}>
        {items.map((notification) => (
          <NotificationRow key={notification.id} notification={notification} />
        ))}
      </ul>
      <LoadMore {...list} />
    </>
  );
}
