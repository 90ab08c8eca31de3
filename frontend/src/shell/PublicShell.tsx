import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/Loading';
import { mainId, SkipLink } from '@/ui/SkipLink';
import { PublicHeader } from './PublicHeader';
import classes from './PublicShell.module.css';

export function PublicShell() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.shell}>
      <SkipLink />
      <PublicHeader />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={classes.footer} data-no-print>
        {t('footer')}
      </footer>
    </div>
  );
}
