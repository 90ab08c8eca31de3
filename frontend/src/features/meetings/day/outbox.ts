import { addMeetingDayEntries } from '@/api/generated';
import type { OutboxEntry } from '@/offline/database';
import { enqueue, refused, waiting } from '@/offline/outbox';
import { type Fates, flushTogether } from '@/offline/together';
import type { DayEntry } from './fold';

const operation = 'meeting_day_entry';
/** The API takes as many at once, and more bytes: what is sent over a village's network is lost again as easily. */
const most = { entries: 100, bytes: 200_000 };

export type DayFields = Omit<DayEntry, 'id' | 'at'>;

interface Noted {
  meeting: string;
  /** Who noted it: somebody else at this device does not send it as their own. */
  by: string;
  fields: DayFields;
}

export type Kept = OutboxEntry<Noted>;

/** Its id is made here once, and its time is that of this device. */
export const entryOf = ({ id, queuedAt, body }: Kept): DayEntry => ({
  ...body.fields,
  id,
  at: queuedAt,
});

export const keep = (meeting: string, by: string, fields: DayFields) =>
  enqueue<Noted>({ operation, body: { meeting, by, fields } });

const of = (entries: OutboxEntry[], by: string) =>
  (entries as Kept[]).filter(({ body }) => body.by === by);

/** What somebody noted of a meeting and this device still has. */
export async function keptOf(meeting: string, by: string) {
  const mine = (entries: OutboxEntry[]) =>
    of(entries, by).filter(({ body }) => body.meeting === meeting);
  return { waiting: mine(await waiting(operation)), refused: mine(await refused(operation)) };
}

/** How much of each meeting this device still has, sent or refused: nobody else has it. */
export async function keptByMeeting(by: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const all = [...(await waiting(operation)), ...(await refused(operation))];
  for (const { body } of of(all, by)) counts[body.meeting] = (counts[body.meeting] ?? 0) + 1;
  return counts;
}

async function send(meeting: string, batch: Kept[]): Promise<Fates> {
  const { data } = await addMeetingDayEntries({
    path: { id: meeting },
    body: { entries: batch.map(entryOf) },
  });
  return new Map(
    data.outcomes.map(({ id, outcome, code }) => [
      id,
      outcome === 'refused' ? (code ?? 'invalid') : undefined,
    ]),
  );
}

/** Sends what waits of a meeting; `taken` hears of what is there before it leaves this device. */
export const sendOf = (
  meeting: string,
  by: string,
  taken: (entries: DayEntry[]) => void = () => undefined,
) =>
  flushTogether<Noted>(
    operation,
    most,
    async (batch) => {
      const fates = await send(meeting, batch);
      taken(batch.filter(({ id }) => fates.has(id) && !fates.get(id)).map(entryOf));
      return fates;
    },
    ({ body }) => body.meeting === meeting && body.by === by,
  );

/** Sends what waits of every meeting; one that fails holds the others up in nothing. */
export async function sendAll(by: string) {
  const meetings = new Set(of(await waiting(operation), by).map(({ body }) => body.meeting));
  for (const meeting of meetings) await sendOf(meeting, by).catch(() => undefined);
  return meetings.size > 0;
}
