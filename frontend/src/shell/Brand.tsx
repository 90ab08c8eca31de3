import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { paths } from '@/paths';
import classes from './Brand.module.css';

interface Props {
  to: typeof paths.welcome | typeof paths.desk;
  /** On a phone the sign alone is seen: the desk's buttons need the room. */
  short?: boolean;
}

export function Brand({ to, short }: Props) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={classes.brand}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span className={short ? classes.short : undefined}>{t('product')}</span>
    </Link>
  );
}
