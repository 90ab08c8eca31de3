import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveButtons } from '@/ui/MoveButtons';
import { useKeptFocus } from '@/ui/useKeptFocus';
import type { MeetingMove } from './MeetingDialog';
import {
  CancelMeetingDialog,
  ChangeMeetingDialog,
  CloseMeetingDialog,
  ConfirmMeetingDialog,
  HoldMeetingDialog,
  InviteDialog,
  OpenDialog,
  PostponeDialog,
  RescheduleDialog,
} from './moveDialogs';

/** The moves in the order in which they come. */
const dialogs = {
  open_meeting_agenda: OpenDialog,
  send_meeting_invitations: InviteDialog,
  confirm_meeting: ConfirmMeetingDialog,
  hold_meeting: HoldMeetingDialog,
  close_meeting: CloseMeetingDialog,
  reschedule_meeting: RescheduleDialog,
  update_meeting: ChangeMeetingDialog,
  postpone_meeting: PostponeDialog,
  cancel_meeting: CancelMeetingDialog,
} as const satisfies Record<string, ComponentType<MeetingMove>>;

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];
const onward: readonly string[] = names.slice(0, 6);

/** The moves that this person may make now; the one that leads on stands out. */
export function MoveBar({ meeting }: Pick<MeetingMove, 'meeting'>) {
  const { t } = useTranslation('meetings');
  const [current, setCurrent] = useState<MoveName>();
  useKeptFocus(current !== undefined, meeting.version);
  const offered = names.filter((name) => meeting.actions.includes(name));
  const Dialog = current && dialogs[current];
  const first = offered.find((name) => onward.includes(name));
  return (
    <>
      <MoveButtons
        label={t('moves')}
        names={offered}
        first={first}
        nameOf={(name) => t(`move.${name}`)}
        onChoose={setCurrent}
        prints={t('print')}
      />
      {Dialog && <Dialog meeting={meeting} onClose={() => setCurrent(undefined)} />}
    </>
  );
}
