import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarFeed, NewCalendarFeed } from '@/api/generated';
import {
  createCalendarFeedMutation,
  getCalendarFeedOptions,
  getCalendarFeedQueryKey,
  revokeCalendarFeedMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { CopyOnce } from '@/ui/CopyOnce';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { Loading } from '@/ui/Loading';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { StateBadge } from '@/ui/StateBadge';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** The secret address by which another calendar reads this person's meetings. */
export function MyCalendar() {
  const { t } = useTranslation('me');
  const feed = useQuery(getCalendarFeedOptions());
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="calendar">
      <Title order={2} id="calendar">
        {t('calendar.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('calendar.help')}
      </Text>
      {feed.isPending && <Loading />}
      {feed.isError && <ErrorState error={feed.error} onRetry={() => feed.refetch()} />}
      {feed.isSuccess && <Feed feed={feed.data} />}
    </Paper>
  );
}

function Feed({ feed: { since } }: { feed: CalendarFeed }) {
  const { t } = useTranslation('me');
  const { date } = useFormats();
  const notice = useSavedNotice();
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries({ queryKey: getCalendarFeedQueryKey() });
  const create = useMutation({ ...createCalendarFeedMutation(), onSettled: again });
  const revoke = useMutation({
    ...revokeCalendarFeedMutation(),
    onSuccess: () => {
      create.reset();
      notice(t('calendar.revoked'));
    },
    onSettled: again,
  });
  const make = () => create.mutate({ headers: idempotent(newIdempotencyKey()) });
  return (
    <Stack>
      {since && (
        <Group>
          <StateBadge tone="done" icon="check">
            {t('calendar.since', { date: date(since) })}
          </StateBadge>
        </Group>
      )}
      {create.data && <Address made={create.data} />}
      <ProblemAlert error={create.error} />
      <Group>
        {since ? (
          <>
            <ConfirmedButton
              label={t('calendar.renew')}
              fullLabel={t('calendar.renew')}
              title={t('calendar.renew')}
              consequences={t('calendar.renew_help')}
              mutation={create}
              onConfirm={make}
            />
            <ConfirmedButton
              label={t('calendar.revoke')}
              fullLabel={t('calendar.revoke')}
              title={t('calendar.revoke')}
              consequences={t('calendar.revoke_help')}
              mutation={revoke}
              onConfirm={() => revoke.mutate({})}
            />
          </>
        ) : (
          <Button loading={create.isPending} onClick={make}>
            {t('calendar.create')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Address({ made: { address } }: { made: NewCalendarFeed }) {
  const { t } = useTranslation('me');
  return (
    <Stack gap="sm">
      <CopyOnce label={t('calendar.address')} secret={address} />
      <Text>{t('calendar.once')}</Text>
      <Group>
        <Button component="a" variant="default" href={address.replace(/^https?:/, 'webcal:')}>
          {t('calendar.open')}
        </Button>
      </Group>
    </Stack>
  );
}
