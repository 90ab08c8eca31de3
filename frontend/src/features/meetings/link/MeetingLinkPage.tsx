import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openMeetingLink } from '@/api/generated/public';
import { toApiProblem } from '@/api/problem';
import { greetIn } from '@/i18n/setup';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { LinkInvitation, linkKey } from './LinkInvitation';

/** To which meeting a link invites; who has it says here whether they come. */
export function MeetingLinkPage() {
  const { t } = useTranslation('meeting-link');
  const [token] = useState(() => window.location.hash.slice(1));
  // The token leaves the address bar at once, so that it stays in nobody's history.
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  const link = useQuery({
    queryKey: linkKey,
    queryFn: async () => {
      const { data } = await openMeetingLink({ body: { token } });
      await greetIn(data.language);
      return data;
    },
    enabled: token !== '',
    gcTime: 0,
  });
  const gone = link.isError && [404, 422].includes(toApiProblem(link.error).status);
  if (!token || gone) {
    return (
      <EmptyState icon="mail" title={t('unknown')}>
        {t('unknown_help')}
      </EmptyState>
    );
  }
  if (link.isPending) return <Loading />;
  if (link.isError) return <ErrorState error={link.error} onRetry={() => link.refetch()} />;
  return <LinkInvitation token={token} link={link.data} />;
}
