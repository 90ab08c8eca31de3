import { Button, Group } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { useKeptFocus } from '@/ui/useKeptFocus';
import type { MeetingMove } from './MeetingDialog';
import {
  CancelMeetingDialog,
  ChangeMeetingDialog,
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
  reschedule_meeting: RescheduleDialog,
  update_meeting: ChangeMeetingDialog,
  postpone_meeting: PostponeDialog,
  cancel_meeting: CancelMeetingDialog,
} as const satisfies Record<string, ComponentType<MeetingMove>>;

type MoveName = keyof typeof dialogs;

const names = Object.keys(dialogs) as MoveName[];
const onward: readonly string[] = names.slice(0, 5);

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
      <Group gap="sm" role="group" aria-label={t('moves')} mb="lg" data-no-print>
        {offered.map((name) => (
          <Button
            key={name}
            variant={name === first ? 'filled' : 'default'}
            onClick={() => setCurrent(name)}
          >
            {t(`move.${name}`)}
          </Button>
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="print" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </Group>
      {Dialog && <Dialog meeting={meeting} onClose={() => setCurrent(undefined)} />}
    </>
  );
}
