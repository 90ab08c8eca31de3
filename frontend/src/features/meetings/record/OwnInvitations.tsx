import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerMeetingInvitation, type Meeting, type MeetingInvitation } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { Section } from '@/features/stakeholders/record/Section';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReadMeetingAgain } from '../useKeepMeeting';
import { answers } from '../vocabulary';

/** What this person is asked: whether they come, and whether they accept the rules. */
export function OwnInvitations({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { own_invitations } = meeting;
  if (own_invitations.length === 0) return null;
  return (
    <Section title={t('own_invitation')}>
      {own_invitations.map((invitation) => (
        <Answer
          key={invitation.id}
          invitation={invitation}
          hasRules={Boolean(meeting.ground_rules)}
        />
      ))}
    </Section>
  );
}

interface AnswerProps {
  invitation: MeetingInvitation;
  hasRules: boolean;
}

function Answer({ invitation, hasRules }: AnswerProps) {
  const { t } = useTranslation('meetings');
  const name = useName();
  const again = useReadMeetingAgain();
  const [accepts, setAccepts] = useState(invitation.rules_accepted);
  const send = useMutation({
    mutationFn: (answer: (typeof answers)[number]) =>
      answerMeetingInvitation({
        path: { id: invitation.id },
        headers: ifMatch(invitation),
        body: { answer, accepts_rules: accepts },
      }),
    onSettled: again,
  });
  const { account, organisation, answer, actions } = invitation;
  const open = actions.includes('answer_meeting_invitation');
  return (
    <div>
      <Text fw={600}>{account ? account.name : organisation && name(organisation.names)}</Text>
      <Text>{t(answer ? `answered.${answer}` : 'not_answered')}</Text>
      {open && hasRules && (
        <Checkbox
          size="md"
          my="sm"
          label={t('accepts_rules')}
          checked={accepts}
          onChange={({ currentTarget }) => setAccepts(currentTarget.checked)}
        />
      )}
      {open && (
        <Group gap="sm" data-no-print>
          {answers.map((value) => (
            <Button
              key={value}
              variant={value === answer ? 'light' : 'default'}
              aria-pressed={value === answer}
              loading={send.isPending && send.variables === value}
              onClick={() => send.mutate(value)}
            >
              {t(`answer.${value}`)}
            </Button>
          ))}
        </Group>
      )}
      <ProblemAlert error={send.error} />
    </div>
  );
}
