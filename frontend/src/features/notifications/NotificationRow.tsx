import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Notification, NotificationSubject } from '@/api/generated';
import { readNotificationMutation } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { StateBadge } from '@/ui/StateBadge';
import classes from './Notifications.module.css';
import { icons, invalidateNotifications } from './notifications';

/** The page of what a notification is about. */
const pageOf = ({ kind, id }: NotificationSubject) => {
  if (kind === 'meeting') return { to: paths.meeting, params: { meetingId: id } } as const;
  if (kind === 'engagement') return { to: paths.engagement, params: { engagementId: id } } as const;
  if (kind === 'commitment') return { to: paths.commitment, params: { commitmentId: id } } as const;
  if (kind === 'grant_application')
    return { to: paths.grantApplication, params: { applicationId: id } } as const;
  return { to: paths.grievance, params: { grievanceId: id } } as const;
};

/** What happened, put into words here: the API tells a kind and a case. Opening the case marks it as read. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { t } = useTranslation('notifications');
  const { date, dateTime } = useFormats();
  const calledBy = ({ kind, reference }: NotificationSubject) =>
    kind === 'grievance' || kind === 'grant_application' ? reference : date(reference);
  const queries = useQueryClient();
  const read = useMutation({
    ...readNotificationMutation(),
    onSettled: () => invalidateNotifications(queries),
  });
  const { id, kind, subject, at, actions } = notification;
  const unread = actions.includes('read_notification');
  return (
    <li className={classes.row}>
      <span className={classes.icon}>
        <Icon name={icons[kind]} />
      </span>
      <div className={classes.what}>
        {subject ? (
          <TextLink
            {...pageOf(subject)}
            fw={unread ? 600 : undefined}
            onClick={() => unread && read.mutate({ path: { id } })}
          >
            {t(`kind.${kind}`)}
          </TextLink>
        ) : (
          <Text fw={unread ? 600 : undefined}>{t(`kind.${kind}`)}</Text>
        )}
        <Text size="sm" c="dimmed">
          {[subject && calledBy(subject), dateTime(at)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {unread && (
        <StateBadge tone="active" icon="mail">
          {t('unread')}
        </StateBadge>
      )}
    </li>
  );
}
