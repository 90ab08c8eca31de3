import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openInvitation } from '@/api/generated/public';
import { EmptyState } from '@/ui/EmptyState';
import { Loading } from '@/ui/Loading';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { AcceptInvitation } from './AcceptInvitation';

export function InvitationPage() {
  const { t } = useTranslation('identity');
  const [token] = useState(() => window.location.hash.slice(1));
  // The token leaves the address bar at once, so that it stays in nobody's history.
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  const invitation = useQuery({
    queryKey: ['invitation'],
    queryFn: async () => (await openInvitation({ body: { token } })).data,
    enabled: token !== '',
    gcTime: 0,
  });
  if (!token) {
    return (
      <EmptyState icon="mail" title={t('invitation.no_token')}>
        {t('invitation.no_token_help')}
      </EmptyState>
    );
  }
  if (invitation.isPending) return <Loading />;
  if (invitation.isError) {
    return (
      <ProblemAlert error={invitation.error} meaning={{ 404: 'problem.unknown_invitation' }} />
    );
  }
  return <AcceptInvitation token={token} invitation={invitation.data} />;
}
