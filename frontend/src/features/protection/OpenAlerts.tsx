import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listProtectionAlertsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { HomeSection } from '@/features/home/HomeSection';
import { keyset } from '@/ui/keyset';
import { AlertRow } from './AlertRow';
import { Pages } from './Pages';
import classes from './Protection.module.css';

interface Props {
  /** What is shown where nobody waits; without it, nothing is. */
  none?: ReactNode;
}

/** The alerts that wait for somebody. */
export function OpenAlerts({ none }: Props) {
  const { t } = useTranslation('protection');
  const alerts = useInfiniteQuery({
    ...listProtectionAlertsInfiniteOptions({ query: { open: true } }),
    ...keyset,
  });
  if (!none && !alerts.isError && !alerts.data?.pages.some(({ items }) => items.length > 0)) {
    return null;
  }
  return (
    <HomeSection title={t('alerts.title')}>
      <Pages query={alerts} empty={none}>
        {(items) => (
          <ul className={classes.rows}>
            {items.map((alert) => (
              <AlertRow key={alert.id} alert={alert} />
            ))}
          </ul>
        )}
      </Pages>
    </HomeSection>
  );
}
