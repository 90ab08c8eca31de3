import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { Loading } from '@/ui/Loading';
import { forgetOnLeaving } from '@/ui/leaving';
import { mainId, SkipLink } from '@/ui/SkipLink';
import { PublicHeader } from './PublicHeader';
import classes from './PublicShell.module.css';

// Apart, so that whoever comes to sign in does not wait for them.
const LeaveQuickly = lazy(() => import('./LeaveQuickly'));
const OutboxNotice = lazy(() => import('@/features/intake/OutboxNotice'));

/** Where somebody can be found telling what they must not be seen to tell. */
const reportersPages: string[] = [paths.raise, paths.receipt, paths.myCase, paths.verify];

export function PublicShell() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  const isReporters = reportersPages.includes(pathname);
  useEffect(() => {
    const keep = forgetOnLeaving(() => queryClient.clear());
    return () => void keep();
  }, [queryClient]);
  return (
    <div className={classes.shell}>
      <SkipLink />
      <PublicHeader />
      <Suspense>{isReporters && <LeaveQuickly />}</Suspense>
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
