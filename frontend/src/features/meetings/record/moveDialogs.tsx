import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import {
  cancelMeeting,
  closeMeeting,
  confirmMeeting,
  holdMeeting,
  type Meeting,
  type MeetingNote,
  type MeetingReason,
  openMeetingAgenda,
  postponeMeeting,
  rescheduleMeeting,
  sendMeetingInvitations,
  updateMeeting,
} from '@/api/generated';
import { zMeetingDate, zMeetingNote, zMeetingReason } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { toInstant } from '@/features/focus-groups/bishkek';
import { MeetingFields } from '../form/MeetingFields';
import { meetingChange, meetingValues } from '../form/values';
import { WhenFields } from '../form/WhenFields';
import { MeetingDialog, type MeetingMove } from './MeetingDialog';

const request = ({ meeting }: Pick<MeetingMove, 'meeting'>) => ({
  path: { id: meeting.id },
  headers: ifMatch(meeting),
});

type Request<Body> = ReturnType<typeof request> & { body: Body };
type Send<Body> = (request: Request<Body>) => Promise<{ data: Meeting }>;

const sends = {
  open_meeting_agenda: (made) => openMeetingAgenda(made),
  send_meeting_invitations: (made) => sendMeetingInvitations(made),
  confirm_meeting: (made) => confirmMeeting(made),
  hold_meeting: (made) => holdMeeting(made),
  close_meeting: (made) => closeMeeting(made),
} as const satisfies Record<string, Send<MeetingNote>>;

const stops = {
  postpone_meeting: (made) => postponeMeeting(made),
  cancel_meeting: (made) => cancelMeeting(made),
} as const satisfies Record<string, Send<MeetingReason>>;

const noteOf = ({ note }: { note: string }): MeetingNote => ({ note: note.trim() || null });

interface NotedProps extends MeetingMove {
  made: keyof typeof sends;
}

/** A move that says what follows, and takes a note. */
function NotedDialog({ made, meeting, onClose }: NotedProps) {
  const { t } = useTranslation('meetings');
  return (
    <MeetingDialog
      title={t(`move.${made}`)}
      help={t(`help.${made}`)}
      confirm={t(`move.${made}`)}
      rules={zMeetingNote}
      initial={{ note: '' }}
      toBody={noteOf}
      send={(values) => sends[made]({ ...request({ meeting }), body: noteOf(values) })}
      onClose={onClose}
    >
      {(form) => (
        <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
      )}
    </MeetingDialog>
  );
}

export const OpenDialog = (move: MeetingMove) => (
  <NotedDialog {...move} made="open_meeting_agenda" />
);
export const InviteDialog = (move: MeetingMove) => (
  <NotedDialog {...move} made="send_meeting_invitations" />
);
export const ConfirmMeetingDialog = (move: MeetingMove) => (
  <NotedDialog {...move} made="confirm_meeting" />
);
export const HoldMeetingDialog = (move: MeetingMove) => (
  <NotedDialog {...move} made="hold_meeting" />
);
export const CloseMeetingDialog = (move: MeetingMove) => (
  <NotedDialog {...move} made="close_meeting" />
);

interface ReasonedProps extends MeetingMove {
  made: keyof typeof stops;
}

/** A move that takes a reason, which everybody who reaches the meeting reads. */
function ReasonedDialog({ made, meeting, onClose }: ReasonedProps) {
  const { t } = useTranslation('meetings');
  return (
    <MeetingDialog
      title={t(`move.${made}`)}
      help={t(`help.${made}`)}
      confirm={t(`move.${made}`)}
      color="felt"
      rules={zMeetingReason}
      initial={{ reason: '' }}
      send={(body) => stops[made]({ ...request({ meeting }), body })}
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={2}
          label={t('why')}
          {...form.getInputProps('reason')}
        />
      )}
    </MeetingDialog>
  );
}

export const PostponeDialog = (move: MeetingMove) => (
  <ReasonedDialog {...move} made="postpone_meeting" />
);
export const CancelMeetingDialog = (move: MeetingMove) => (
  <ReasonedDialog {...move} made="cancel_meeting" />
);

const zDate = z.pipe(
  z.transform((values) => {
    const { starts_at, ends_at } = values as { starts_at: string; ends_at: string };
    return { starts_at: toInstant(starts_at), ends_at: toInstant(ends_at) };
  }),
  zMeetingDate,
);

/** Another date: everybody who is invited is asked again. */
export function RescheduleDialog({ meeting, onClose }: MeetingMove) {
  const { t } = useTranslation('meetings');
  return (
    <MeetingDialog
      title={t('move.reschedule_meeting')}
      help={t('help.reschedule_meeting')}
      confirm={t('move.reschedule_meeting')}
      rules={zDate}
      initial={{ starts_at: 'T10:00', ends_at: 'T12:00' }}
      send={(values) => rescheduleMeeting({ ...request({ meeting }), body: zDate.parse(values) })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <WhenFields form={form} path="starts_at" />
          <WhenFields form={form} path="ends_at" />
        </>
      )}
    </MeetingDialog>
  );
}

const toldStates: readonly string[] = ['invited', 'confirmed', 'postponed'];
const rulesTold = meetingChange(true);
const rulesBefore = meetingChange(false);

export function ChangeMeetingDialog({ meeting, onClose }: MeetingMove) {
  const { t } = useTranslation('meetings');
  const told = toldStates.includes(meeting.state);
  const rules = told ? rulesTold : rulesBefore;
  return (
    <MeetingDialog
      wide
      title={t('move.update_meeting')}
      help={told ? t('help.update_meeting') : undefined}
      rules={rules}
      initial={meetingValues(meeting)}
      send={(values) => updateMeeting({ ...request({ meeting }), body: rules.parse(values) })}
      onClose={onClose}
    >
      {(form) => <MeetingFields form={form} told={told} />}
    </MeetingDialog>
  );
}
