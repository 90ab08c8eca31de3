import '@/api/desk';
import '@/theme/desk-styles';
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendKept } from '@/features/focus-groups/useSendKept';
import { useSendApplications } from '@/features/grants/applications/write/useSendApplications';
import { useMe } from '@/features/identity/useMe';
import { useSendDays } from '@/features/meetings/day/useSendDays';
import { NotificationBell } from '@/features/notifications/NotificationBell';
import { ResetNotice } from '@/features/second-factor/ResetNotice';
import { paths } from '@/paths';
import { Loading } from '@/ui/Loading';
import { mainId, SkipLink } from '@/ui/SkipLink';
import { ThemeSwitch } from '@/ui/ThemeSwitch';
import { Brand } from './Brand';
import { DeskNavigation } from './DeskNavigation';
import { DeskSearch, SearchButton } from './DeskSearch';
import { destinationsFor } from './navigation';
import { UserMenu } from './UserMenu';

export function DeskShell() {
  const { t } = useTranslation('desk');
  const { pathname } = useLocation();
  const [open, { toggle, close }] = useDisclosure();
  const destinations = destinationsFor(useMe());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the page changes
  useEffect(close, [pathname]);
  useSendKept();
  useSendDays();
  useSendApplications();
  return (
    <>
      <SkipLink />
      <Notifications position="bottom-right" />
      <DeskSearch destinations={destinations} />
      <AppShell
        header={{ height: 60 }}
        navbar={{ width: 248, breakpoint: 'sm', collapsed: { mobile: !open } }}
        padding="lg"
      >
        <AppShell.Header data-no-print>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger
                opened={open}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-expanded={open}
                aria-label={t('navigation')}
              />
              <Brand to={paths.desk} short />
            </Group>
            <Group gap="xs" wrap="nowrap">
              <SearchButton />
              <NotificationBell />
              <ThemeSwitch />
              <UserMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" aria-label={t('navigation')} data-no-print>
          <DeskNavigation destinations={destinations} />
        </AppShell.Navbar>
        <AppShell.Main id={mainId} tabIndex={-1}>
          <ResetNotice />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </AppShell.Main>
      </AppShell>
    </>
  );
}
