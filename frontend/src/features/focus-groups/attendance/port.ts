import {
  type AttendanceCounts,
  countFocusGroupAttendance,
  type FocusGroup,
  getFocusGroup,
} from '@/api/generated';
import { ifMatch } from '@/api/headers';
import type { Port } from '@/offline/kept';
import { countsOf } from './counts';

export const attendancePrefix = 'focus-group-attendance:';

/** Where the count of a group is kept on this device, and how it gets to the server. */
export const attendancePort = (id: string): Port<AttendanceCounts, FocusGroup> => ({
  name: attendancePrefix + id,
  held: ({ attendance }) => countsOf(attendance),
  send: async (counts, base) =>
    (
      await countFocusGroupAttendance({
        path: { id },
        headers: ifMatch(base),
        body: countsOf(counts),
      })
    ).data,
  load: async () => (await getFocusGroup({ path: { id } })).data,
});
