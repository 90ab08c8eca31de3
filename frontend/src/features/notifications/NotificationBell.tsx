import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countUnreadNotificationsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import classes from './NotificationBell.module.css';

/** How often the bell asks; nobody is called away from their work sooner. */
const pause = 60_000;

export function NotificationBell() {
  const { t } = useTranslation('notifications');
  const { data } = useQuery({ ...countUnreadNotificationsOptions(), refetchInterval: pause });
  const unread = data && data.count > 0 ? `${data.count}${data.exact ? '' : '+'}` : undefined;
  return (
    <ButtonLink
      to={paths.notifications}
      variant="default"
      px="sm"
      aria-label={unread ? t('bell_unread', { unread }) : t('bell')}
    >
      <Icon name="bell" />
      {unread && <span className={classes.count}>{unread}</span>}
    </ButtonLink>
  );
}
