import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { paths } from '@/paths';
import classes from './Brand.module.css';

export function Brand({ to }: { to: typeof paths.welcome | typeof paths.desk }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={classes.brand}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      {t('product')}
    </Link>
  );
}
