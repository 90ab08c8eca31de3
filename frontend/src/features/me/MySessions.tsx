import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenSession } from '@/api/generated';
import {
  listSessionsOptions,
  listSessionsQueryKey,
  revokeSessionMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { Loading } from '@/ui/Loading';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { RecordTable } from '@/ui/RecordTable';
import { StateBadge } from '@/ui/StateBadge';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function MySessions() {
  const { t } = useTranslation('me');
  return (
    <section aria-labelledby="sessions">
      <Title order={2} id="sessions">
        {t('sessions')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('sessions_help')}
      </Text>
      <SessionList />
    </section>
  );
}

function SessionList() {
  const { t } = useTranslation(['me', 'records']);
  const { dateTime } = useFormats();
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const sessions = useQuery(listSessionsOptions());
  const end = useMutation({
    ...revokeSessionMutation(),
    onSuccess: () => notice(t('me:session_ended')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listSessionsQueryKey() }),
  });
  if (sessions.isPending) return <Loading />;
  if (sessions.isError) {
    return <ErrorState error={sessions.error} onRetry={() => sessions.refetch()} />;
  }
  const deviceOf = ({ device }: OpenSession) => device || t('me:unknown_device');
  return (
    <>
      <ProblemAlert error={end.error} />
      <RecordTable
        label={t('me:sessions')}
        items={sessions.data.items}
        columns={[
          { label: t('me:device'), show: deviceOf },
          { label: t('me:signed_in'), show: ({ created_at }) => dateTime(created_at) },
          { label: t('me:last_used'), show: ({ last_used_at }) => dateTime(last_used_at) },
          {
            label: t('records:actions'),
            show: (session) =>
              session.current ? (
                <StateBadge tone="active" icon="check">
                  {t('me:current_session')}
                </StateBadge>
              ) : (
                <Button
                  variant="default"
                  size="sm"
                  loading={end.isPending && end.variables.path.id === session.id}
                  aria-label={t('me:end_session_named', { device: deviceOf(session) })}
                  onClick={() => end.mutate({ path: { id: session.id } })}
                >
                  {t('me:end_session')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
