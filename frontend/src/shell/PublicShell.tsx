import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/Loading';
import { mainId, SkipLink } from '@/ui/SkipLink';
import { PublicHeader } from './PublicHeader';
import classes from './PublicShell.module.css';

// Apart, so that whoever comes to sign in does not wait for it.
const OutboxNotice = lazy(() => import('@/features/intake/OutboxNotice'));

export function PublicShell() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.shell}>
      <SkipLink />
      <PublicHeader />
      <Suspense>
        <OutboxNotice />
      </Suspense>
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
