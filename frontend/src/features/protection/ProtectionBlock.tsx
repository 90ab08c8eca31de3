import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { getCaseProtectionOptions } from '@/api/generated/@tanstack/react-query.gen';
import { HomeSection } from '@/features/home/HomeSection';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { AlertRow } from './AlertRow';
import { CheckInRow } from './CheckInRow';
import classes from './Protection.module.css';
import { ReferralCard } from './ReferralCard';
import { ReferralDialog } from './ReferralDialog';

/** On a case, for protection focal points alone: whether the person is safe, and who helps. */
export function ProtectionBlock({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('protection');
  const path = { id: record.id };
  const { data, error, isPending, refetch } = useQuery(getCaseProtectionOptions({ path }));
  const [proposing, setProposing] = useState(false);
  if (isPending) return <Loading />;
  if (!data) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <HomeSection title={t('case.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('case.only_you')}
      </Text>
      <Stack gap="lg">
        {data.alerts.length > 0 && (
          <ul className={classes.rows}>
            {data.alerts.map((alert) => (
              <AlertRow key={alert.id} alert={alert} withoutCase />
            ))}
          </ul>
        )}
        <div>
          <Title order={3}>{t('check_ins.title')}</Title>
          <ul className={classes.rows}>
            {data.check_ins.map((checkIn) => (
              <CheckInRow key={checkIn.id} checkIn={checkIn} language={record.language} />
            ))}
          </ul>
          {data.check_ins.length === 0 && <Text c="dimmed">{t('check_ins.none')}</Text>}
        </div>
        <div>
          <Title order={3}>{t('referrals.title')}</Title>
          {data.referrals.length === 0 && <Text c="dimmed">{t('referrals.none_here')}</Text>}
          {data.referrals.map((referral) => (
            <ReferralCard key={referral.id} referral={referral} />
          ))}
          {record.actions.includes('propose_protection_referral') && (
            <Button
              mt="sm"
              variant="default"
              leftSection={<Icon name="handshake" size={18} />}
              onClick={() => setProposing(true)}
              data-no-print
            >
              {t('referrals.propose')}
            </Button>
          )}
        </div>
      </Stack>
      {proposing && <ReferralDialog caseId={record.id} onClose={() => setProposing(false)} />}
    </HomeSection>
  );
}
