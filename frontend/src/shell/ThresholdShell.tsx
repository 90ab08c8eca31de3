import '@/api/desk';
import '@/theme/desk-styles';
import { Button } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '@/features/identity/useSignOut';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { Loading } from '@/ui/Loading';
import { mainId, SkipLink } from '@/ui/SkipLink';
import { Brand } from './Brand';
import classes from './ThresholdShell.module.css';

/** The frame of pages between the door and the desk: nothing else is open yet. */
export function ThresholdShell() {
  const { t } = useTranslation('shell');
  const signOut = useSignOut();
  return (
    <>
      <SkipLink />
      <header className={classes.header} data-no-print>
        <Brand to={paths.welcome} />
        <div className={classes.tools}>
          <LanguageSwitch />
          <Button variant="default" leftSection={<Icon name="door" />} onClick={signOut}>
            {t('sign_out')}
          </Button>
        </div>
      </header>
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}
