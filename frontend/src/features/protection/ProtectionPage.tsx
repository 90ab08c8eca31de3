import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listGrievancesInfiniteOptions,
  listProtectionReferralsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { GrievanceItems } from '@/features/grievances/list/GrievanceItems';
import { HomeSection } from '@/features/home/HomeSection';
import { EmptyState } from '@/ui/EmptyState';
import { keyset } from '@/ui/keyset';
import { PageHeader } from '@/ui/PageHeader';
import { OpenAlerts } from './OpenAlerts';
import { Pages } from './Pages';
import classes from './Protection.module.css';
import { ReferralRow } from './ReferralRow';

/** What a protection focal point comes for: who is at risk, what was asked for, what is unanswered. */
export function ProtectionPage() {
  const { t } = useTranslation('protection');
  const cases = useInfiniteQuery({
    ...listGrievancesInfiniteOptions({ query: { track: 'protection', open: true } }),
    ...keyset,
  });
  const referrals = useInfiniteQuery({
    ...listProtectionReferralsInfiniteOptions({ query: { open: true } }),
    ...keyset,
  });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="xl">
        <OpenAlerts
          none={
            <EmptyState icon="check" title={t('alerts.none')}>
              {t('alerts.none_help')}
            </EmptyState>
          }
        />
        <HomeSection title={t('cases.title')}>
          <Pages
            query={cases}
            empty={
              <EmptyState icon="case" title={t('cases.none')}>
                {t('cases.none_help')}
              </EmptyState>
            }
          >
            {(items) => <GrievanceItems items={items} />}
          </Pages>
        </HomeSection>
        <HomeSection title={t('referrals.title')}>
          <Pages
            query={referrals}
            empty={
              <EmptyState icon="handshake" title={t('referrals.none')}>
                {t('referrals.none_help')}
              </EmptyState>
            }
          >
            {(items) => (
              <ul className={classes.rows}>
                {items.map((referral) => (
                  <ReferralRow key={referral.id} referral={referral} />
                ))}
              </ul>
            )}
          </Pages>
        </HomeSection>
      </Stack>
    </>
  );
}
