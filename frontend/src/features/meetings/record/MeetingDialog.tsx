import type { ComponentProps } from 'react';
import type { Meeting } from '@/api/generated';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useKeepMeeting, useReadMeetingAgain } from '../useKeepMeeting';

type Move<Values extends Record<string, unknown>> = ComponentProps<
  typeof MoveDialog<Values, Meeting>
>;

type Props<Values extends Record<string, unknown>> = Omit<Move<Values>, 'onSaved' | 'onStale'>;

/** What every dialog of a meeting is given. */
export interface MeetingMove {
  meeting: Meeting;
  onClose: () => void;
}

/** A move of a meeting. */
export function MeetingDialog<Values extends Record<string, unknown>>(move: Props<Values>) {
  const keep = useKeepMeeting();
  return (
    <MoveDialog {...move} onSaved={(saved) => void keep(saved)} onStale={useReadMeetingAgain()} />
  );
}
