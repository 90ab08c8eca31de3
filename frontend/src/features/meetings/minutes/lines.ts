import type { DayNoteKind, Meeting, MeetingMinutes, MinutesLine } from '@/api/generated';

/** A line as it is written: with a name of its own, as long as it has no place. */
export interface Written {
  key: string;
  item_id: string | null;
  kind: DayNoteKind;
  side: MinutesLine['side'] | null;
  text: string;
}

let made = 0;

export function newLine(item: string | null): Written {
  made += 1;
  return { key: `new-${made}`, item_id: item, kind: 'decision', side: null, text: '' };
}

/** The lines that are there, item by item. */
export const writtenOf = ({ sections }: Pick<MeetingMinutes, 'sections'>): Written[] =>
  sections
    .flatMap(({ lines }) => lines)
    .map(({ item_id, kind, side, text }, at) => ({
      key: String(at),
      item_id: item_id ?? null,
      kind,
      side: side ?? null,
      text,
    }));

/** What is sent: a line without words is none. */
export const linesOf = (written: readonly Written[]): MinutesLine[] =>
  written
    .filter(({ text }) => text.trim())
    .map(({ item_id, kind, side, text }) => ({
      item_id: item_id ?? undefined,
      kind,
      side: side ?? undefined,
      text: text.trim(),
    }));

/** Whether two texts say the same: then whoever read one has read the other. */
export const sameText = (
  one: Pick<MeetingMinutes, 'sections'>,
  other: Pick<MeetingMinutes, 'sections'>,
) => JSON.stringify(linesOf(writtenOf(one))) === JSON.stringify(linesOf(writtenOf(other)));

/** Lines whose item is not among those places: it was taken off the agenda since they were written. */
export const homeless = (written: readonly Written[], places: readonly (string | null)[]) =>
  written.filter(({ item_id }) => !places.includes(item_id));

/** The items under which something can be written, then none of them. */
export const placesOf = ({ agenda }: Pick<Meeting, 'agenda'>): (string | null)[] => [
  ...agenda.filter(({ state }) => state === 'accepted').map(({ id }) => id),
  null,
];
