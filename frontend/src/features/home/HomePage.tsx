import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Home } from '@/api/generated';
import { getHomeOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay, useMe } from '@/features/identity/useMe';
import { OpenAlerts } from '@/features/protection/OpenAlerts';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { ChangedCases } from './ChangedCases';
import { Destinations } from './Destinations';
import { Figures } from './Figures';
import { FollowUps } from './FollowUps';
import { KeptDays } from './KeptDays';
import { OpenGrantCalls } from './OpenGrantCalls';
import { UnsignedAgreements } from './UnsignedAgreements';
import { WaitingCases } from './WaitingCases';
import { WaitingCommitments } from './WaitingCommitments';
import { WaitingFocusGroups } from './WaitingFocusGroups';
import { WaitingGrants } from './WaitingGrants';
import { WaitingMeetings } from './WaitingMeetings';

/** Whether anything but a case waits for this person: then it isn't said that nothing does. */
const somethingElse = (home: Home) =>
  [
    home.follow_ups,
    home.unsigned_agreements,
    home.waiting_commitments,
    home.waiting_focus_groups,
    home.waiting_grant_applications,
    home.waiting_meetings,
  ].some((rows) => rows.length > 0);

/** Who may be at risk comes first, then what waits for this person, then what changed, then how many cases there are. */
export function HomePage() {
  const { t } = useTranslation('home');
  const me = useMe();
  const mayRead = useMay('list_grievances');
  const protects = useMay('list_protection_alerts');
  const { data, error, isPending, refetch } = useQuery(getHomeOptions());
  return (
    <>
      <PageHeader title={t('title', { name: me.name })} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data && (
        <Stack gap={40}>
          {protects && <OpenAlerts />}
          <KeptDays />
          {mayRead && (data.waiting.length > 0 || !somethingElse(data)) && (
            <WaitingCases waiting={data.waiting} />
          )}
          <FollowUps followUps={data.follow_ups} />
          <UnsignedAgreements agreements={data.unsigned_agreements} />
          <WaitingMeetings waiting={data.waiting_meetings} />
          <WaitingCommitments waiting={data.waiting_commitments} />
          <WaitingGrants waiting={data.waiting_grant_applications} />
          <OpenGrantCalls />
          <WaitingFocusGroups waiting={data.waiting_focus_groups} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={40}>
            {mayRead && <ChangedCases changed={data.changed} />}
            {!mayRead && <Destinations />}
            <Figures figures={data.figures} asOf={data.figures_as_of} mayRead={mayRead} />
          </SimpleGrid>
        </Stack>
      )}
    </>
  );
}
