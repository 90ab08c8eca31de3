import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import classes from './DeskNavigation.module.css';
import type { destinationsFor } from './navigation';

type Props = { destinations: ReturnType<typeof destinationsFor> };

export function DeskNavigation({ destinations }: Props) {
  const { t } = useTranslation('desk');
  return destinations.map(({ to, label, icon }) => (
    <Link
      key={to}
      to={to}
      preload="intent"
      className={classes.link}
      activeOptions={{ exact: to === paths.desk }}
    >
      <Icon name={icon} />
      {t(label)}
    </Link>
  ));
}
