import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AgendaItem,
  acceptAgendaItem,
  type Meeting,
  orderMeetingAgenda,
  withdrawAgendaItem,
} from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { Section } from '@/features/stakeholders/record/Section';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { StateBadge } from '@/ui/StateBadge';
import { useKeepMeeting, useReadMeetingAgain } from '../useKeepMeeting';
import { DeclineDialog, ProposeDialog } from './agendaDialogs';
import classes from './Meeting.module.css';
import { SubjectLink } from './SubjectLink';

const looks = {
  proposed: { tone: 'waiting', icon: 'clock' },
  declined: { tone: 'stopped', icon: 'stop' },
  withdrawn: { tone: 'stopped', icon: 'arrowLeft' },
} as const;

/** What is to be spoken of, and what was only proposed. */
export function AgendaSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const [proposing, setProposing] = useState(false);
  const accepted = meeting.agenda.filter(({ state }) => state === 'accepted');
  const others = meeting.agenda.filter(({ state }) => state !== 'accepted');
  return (
    <Section
      title={t('agenda')}
      actions={
        meeting.actions.includes('propose_agenda_item') && (
          <Button variant="default" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        )
      }
    >
      {meeting.agenda.length === 0 && <Text>{t('agenda_empty')}</Text>}
      {accepted.length > 0 && (
        <ol className={classes.items}>
          {accepted.map((item, at) => (
            <Item key={item.id} item={item} at={at} accepted={accepted} meeting={meeting} />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <ul className={classes.items} data-no-print>
          {others.map((item) => (
            <Item key={item.id} item={item} meeting={meeting} />
          ))}
        </ul>
      )}
      {proposing && <ProposeDialog meeting={meeting} onClose={() => setProposing(false)} />}
    </Section>
  );
}

interface ItemProps {
  item: AgendaItem;
  meeting: Meeting;
  /** Of what is on the agenda: its place, and all of it. */
  at?: number;
  accepted?: AgendaItem[];
}

function Item({ item, meeting, at, accepted }: ItemProps) {
  const { t } = useTranslation('meetings');
  const [declining, setDeclining] = useState(false);
  const again = useReadMeetingAgain();
  const request = { path: { id: item.id }, headers: ifMatch(item) };
  const accept = useMutation({
    mutationFn: () => acceptAgendaItem({ ...request, body: {} }),
    onSettled: again,
  });
  const withdraw = useMutation({
    mutationFn: () => withdrawAgendaItem(request),
    onSettled: again,
  });
  const may = (action: string) => item.actions.includes(action);
  const title = item.topic ?? item.subject?.title ?? t('hidden_item');
  return (
    <li className={classes.item}>
      <Text fw={600}>
        {item.subject && item.kind ? (
          <SubjectLink kind={item.kind} subject={item.subject} />
        ) : (
          title
        )}
      </Text>
      <Group gap="xs">
        {item.state !== 'accepted' && (
          <StateBadge {...looks[item.state]}>{t(`item_state.${item.state}`)}</StateBadge>
        )}
        <Text size="sm" c="dimmed">
          {[
            item.kind && item.kind !== 'topic' ? t(`item_kind.${item.kind}`) : undefined,
            t('proposed_by', { side: item.proposed_by?.name ?? t(`side.${item.side}`) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {item.note && <Text>{item.note}</Text>}
      {item.reason && <Text>{t('because', { reason: item.reason })}</Text>}
      <Group gap="xs" mt="xs" data-no-print>
        {at !== undefined && accepted && (
          <OrderButtons meeting={meeting} accepted={accepted} at={at} title={title} />
        )}
        {may('accept_agenda_item') && (
          <Button
            size="sm"
            variant="default"
            aria-label={t('accept_full', { title })}
            loading={accept.isPending}
            onClick={() => accept.mutate()}
          >
            {t('accept')}
          </Button>
        )}
        {may('decline_agenda_item') && (
          <Button
            size="sm"
            variant="default"
            aria-label={t('decline_full', { title })}
            onClick={() => setDeclining(true)}
          >
            {t('decline')}
          </Button>
        )}
        {may('withdraw_agenda_item') && (
          <Button
            size="sm"
            variant="default"
            aria-label={t('withdraw_full', { title })}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <ProblemAlert error={accept.error ?? withdraw.error} />
      {declining && <DeclineDialog item={item} onClose={() => setDeclining(false)} />}
    </li>
  );
}

interface OrderProps {
  meeting: Meeting;
  accepted: AgendaItem[];
  at: number;
  title: string;
}

/** Moves an item up or down. */
function OrderButtons({ meeting, accepted, at, title }: OrderProps) {
  const { t } = useTranslation('meetings');
  const keep = useKeepMeeting();
  const again = useReadMeetingAgain();
  const order = useMutation({
    mutationFn: async (to: number) => {
      const items = accepted.map(({ id }) => id);
      items.splice(to, 0, ...items.splice(at, 1));
      const request = { path: { id: meeting.id }, headers: ifMatch(meeting), body: { items } };
      return (await orderMeetingAgenda(request)).data;
    },
    onSuccess: (saved) => void keep(saved),
    onError: () => void again(),
  });
  if (!meeting.actions.includes('order_meeting_agenda')) return null;
  return (
    <>
      {at > 0 && (
        <Button
          size="sm"
          variant="default"
          aria-label={t('up', { title })}
          onClick={() => order.mutate(at - 1)}
        >
          ↑
        </Button>
      )}
      {at < accepted.length - 1 && (
        <Button
          size="sm"
          variant="default"
          aria-label={t('down', { title })}
          onClick={() => order.mutate(at + 1)}
        >
          ↓
        </Button>
      )}
      <ProblemAlert error={order.error} />
    </>
  );
}
