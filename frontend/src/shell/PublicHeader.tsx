import { Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { ThemeSwitch } from '@/ui/ThemeSwitch';
import { Brand } from './Brand';
import classes from './PublicShell.module.css';

const links = [
  { to: paths.raise, label: 'public.raise' },
  { to: paths.myCase, label: 'public.my_case' },
  { to: paths.grants, label: 'public.grants' },
  { to: paths.about, label: 'public.about' },
  { to: paths.signIn, label: 'public.sign_in' },
] as const;

export function PublicHeader() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const [open, { toggle, close }] = useDisclosure();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the page changes
  useEffect(close, [pathname]);
  return (
    <header className={classes.header} data-no-print>
      <Brand to={paths.welcome} />
      <nav aria-label={t('public.navigation')} className={clsx(classes.nav, open && classes.open)}>
        {links.map(({ to, label }) => (
          <Link key={to} to={to} preload="intent" className={classes.link}>
            {t(label)}
          </Link>
        ))}
        <div className={classes.themeInMenu}>
          <ThemeSwitch />
        </div>
      </nav>
      <div className={classes.tools}>
        <LanguageSwitch />
        <div className={classes.themeInBar}>
          <ThemeSwitch />
        </div>
        <Burger
          className={classes.burger}
          opened={open}
          onClick={toggle}
          size="sm"
          aria-expanded={open}
          aria-label={t('public.navigation')}
        />
      </div>
    </header>
  );
}
