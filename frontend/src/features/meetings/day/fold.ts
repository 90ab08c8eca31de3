import type { Headcount, MeetingSide, NewDayEntry } from '@/api/generated';

export type DayEntry = NewDayEntry;

export interface SideState {
  counts: Headcount[];
  walkIns: number;
  turns: number;
  women: number;
  youth: number;
}

export interface Running {
  item: string;
  /** Milliseconds. */
  since: number;
}

export interface DayState {
  sides: Partial<Record<MeetingSide, SideState>>;
  /** Seconds by item, without what runs. */
  seconds: Record<string, number>;
  running?: Running;
  notes: DayEntry[];
  promises: DayEntry[];
  /** Those who came and took turns, as they stand: each can be taken back. */
  came: DayEntry[];
  spoke: DayEntry[];
}

const momentOf = ({ at }: DayEntry) => Date.parse(at);

const byTime = (one: DayEntry, other: DayEntry) =>
  momentOf(one) - momentOf(other) || (one.id < other.id ? -1 : 1);

/** The entry in whose place, in the end, an entry stands. */
function firstOf(entry: DayEntry, known: Map<string, DayEntry>) {
  const seen = new Set([entry.id]);
  let first = entry.id;
  for (;;) {
    const before = known.get(first)?.supersedes;
    if (!before) return first;
    if (seen.has(before)) return [...seen].sort()[0] ?? first;
    seen.add(before);
    first = before;
  }
}

/**
 * The entries that stand, by the time of the devices, whatever the order in which they came: the same rule as the server's,
 * so that a device without a network shows what will be there once it has one.
 */
export function live(entries: readonly DayEntry[]): DayEntry[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const superseded = new Set([...known.values()].map(({ supersedes }) => supersedes));
  const places = new Map<string, DayEntry>();
  for (const entry of known.values()) {
    if (superseded.has(entry.id)) continue;
    const place = firstOf(entry, known);
    const there = places.get(place);
    if (!there || byTime(there, entry) < 0) places.set(place, entry);
  }
  return [...places.values()].sort(byTime);
}

const sideOf = (day: DayState, side: MeetingSide) => {
  day.sides[side] ??= { counts: [], walkIns: 0, turns: 0, women: 0, youth: 0 };
  return day.sides[side];
};

function stop(day: DayState, at: number) {
  if (!day.running) return;
  const { item, since } = day.running;
  day.seconds[item] = (day.seconds[item] ?? 0) + Math.trunc((at - since) / 1000);
  day.running = undefined;
}

function count(day: DayState, { side, sex, band, people, walk_in }: DayEntry) {
  if (!side || !sex || !band || !people) return;
  const state = sideOf(day, side);
  const there = state.counts.find((known) => known.sex === sex && known.band === band);
  if (there) there.people += people;
  else state.counts.push({ sex, band, people });
  if (walk_in) state.walkIns += people;
}

function take(day: DayState, entry: DayEntry) {
  switch (entry.kind) {
    case 'open_item':
      stop(day, momentOf(entry));
      if (entry.item_id) {
        day.seconds[entry.item_id] ??= 0;
        day.running = { item: entry.item_id, since: momentOf(entry) };
      }
      return;
    case 'pause':
      return stop(day, momentOf(entry));
    case 'came':
      day.came.push(entry);
      return count(day, entry);
    case 'spoke': {
      if (!entry.side) return;
      day.spoke.push(entry);
      const side = sideOf(day, entry.side);
      side.turns += 1;
      if (entry.sex === 'female') side.women += 1;
      if (entry.youth) side.youth += 1;
      return;
    }
    case 'promise':
      day.promises.push(entry);
      return;
    case 'withdraw':
      return;
    case 'position':
    case 'interest':
    case 'option':
    case 'decision':
      day.notes.push(entry);
  }
}

/** How the day stands, from its entries alone. */
export function fold(entries: readonly DayEntry[]): DayState {
  const day: DayState = { sides: {}, seconds: {}, notes: [], promises: [], came: [], spoke: [] };
  for (const entry of live(entries)) take(day, entry);
  return day;
}
