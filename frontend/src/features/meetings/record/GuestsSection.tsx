import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answerMeetingInvitation,
  type Meeting,
  type MeetingInvitation,
  renewMeetingLink,
  withdrawMeetingInvitation,
} from '@/api/generated';
import { listMeetingInvitationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { Section } from '@/features/stakeholders/record/Section';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { CopyOnce } from '@/ui/CopyOnce';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { LoadMore } from '@/ui/LoadMore';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { linkUrl } from '../linkUrl';
import { useReadMeetingAgain } from '../useKeepMeeting';
import { InviteGuestDialog } from './InviteGuestDialog';
import classes from './Meeting.module.css';

const counts = ['invited', 'yes', 'maybe', 'no'] as const;

/** How many of each side are invited and come, and of which organisations; to staff also who they are. */
export function GuestsSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const name = useName();
  const [inviting, setInviting] = useState(false);
  const { guests, organisations, actions } = meeting;
  return (
    <Section
      title={t('guests')}
      actions={
        actions.includes('create_meeting_invitation') && (
          <Button variant="default" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      {guests.length === 0 && <Text>{t('guests_empty')}</Text>}
      {guests.map((count) => (
        <Text key={count.side}>
          <b>{t(`side.${count.side}`)}</b>{' '}
          {counts
            .filter((key) => count[key] > 0)
            .map((key) => t(`guests_count.${key}`, { number: count[key] }))
            .join(' · ')}
        </Text>
      ))}
      {organisations.length > 0 && (
        <Text c="dimmed">{organisations.map(({ names }) => name(names)).join(', ')}</Text>
      )}
      {actions.includes('list_meeting_invitations') && <Invitations meeting={meeting} />}
      {inviting && <InviteGuestDialog meeting={meeting} onClose={() => setInviting(false)} />}
    </Section>
  );
}

function Invitations({ meeting }: { meeting: Meeting }) {
  const query = useInfiniteQuery({
    ...listMeetingInvitationsInfiniteOptions({ path: { id: meeting.id } }),
    ...keyset,
    initialPageParam: { path: { id: meeting.id } },
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return (
    <>
      <ul className={classes.guests}>
        {itemsOf(query.data?.pages).map((invitation) => (
          <Guest key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      <LoadMore {...query} />
    </>
  );
}

function Guest({ invitation }: { invitation: MeetingInvitation }) {
  const { t } = useTranslation('meetings');
  const nameOf = useName();
  const again = useReadMeetingAgain();
  const request = { path: { id: invitation.id }, headers: ifMatch(invitation) };
  const withdraw = useMutation({
    mutationFn: () => withdrawMeetingInvitation(request),
    onSettled: again,
  });
  const renew = useMutation({
    mutationFn: async () => (await renewMeetingLink(request)).data.link_token,
    onSettled: again,
  });
  const { account, organisation, name, side, answer, rules_accepted, withdrawn, actions } =
    invitation;
  const who = name ?? account?.name ?? (organisation ? nameOf(organisation.names) : '');
  return (
    <li className={classes.guest}>
      <Text fw={600}>{who}</Text>
      <Text size="sm" c="dimmed">
        {[
          t(`side.${side}`),
          withdrawn ? t('withdrawn') : t(answer ? `answered.${answer}` : 'not_answered'),
          rules_accepted && t('rules_accepted'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Group gap="xs" mt="xs" data-no-print>
        {name && actions.includes('answer_meeting_invitation') && (
          <Noted invitation={invitation} who={name} />
        )}
        {actions.includes('renew_meeting_link') && (
          <Button
            size="sm"
            variant="default"
            aria-label={t('renew_full', { name: who })}
            loading={renew.isPending}
            onClick={() => renew.mutate()}
          >
            {t('renew')}
          </Button>
        )}
        {actions.includes('withdraw_meeting_invitation') && (
          <ConfirmedButton
            label={t('take_back')}
            fullLabel={t('take_back_full', { name: who })}
            title={t('take_back')}
            consequences={t('take_back_help')}
            mutation={withdraw}
            onConfirm={() => withdraw.mutate()}
          />
        )}
      </Group>
      {renew.data && <CopyOnce label={t('link')} secret={linkUrl(renew.data)} />}
      <ProblemAlert error={renew.error} />
    </li>
  );
}

/** What somebody without an account said, noted for them. */
function Noted({ invitation, who }: { invitation: MeetingInvitation; who: string }) {
  const { t } = useTranslation('meetings');
  const again = useReadMeetingAgain();
  const note = useMutation({
    mutationFn: (answer: 'yes' | 'no') =>
      answerMeetingInvitation({
        path: { id: invitation.id },
        headers: ifMatch(invitation),
        body: { answer, accepts_rules: invitation.rules_accepted },
      }),
    onSettled: again,
  });
  return (
    <>
      {(['yes', 'no'] as const).map((answer) => (
        <Button
          key={answer}
          size="sm"
          variant="default"
          aria-label={t(`noted_full.${answer}`, { name: who })}
          onClick={() => note.mutate(answer)}
        >
          {t(`noted.${answer}`)}
        </Button>
      ))}
      <ProblemAlert error={note.error} />
    </>
  );
}
