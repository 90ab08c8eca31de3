import { expect, test } from 'vitest';
import { type DayEntry, fold, live } from './fold';

let made = 0;

const entry = (minute: number, kind: DayEntry['kind'], more: Partial<DayEntry> = {}): DayEntry => {
  made += 1;
  const at = new Date(minute * 60_000).toISOString();
  return { id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`, kind, at, ...more };
};

const came = (people: number): Partial<DayEntry> => ({
  side: 'community',
  sex: 'female',
  band: 'from18',
  people,
});

test('one item is spoken of at a time', () => {
  const entries = [
    entry(0, 'open_item', { item_id: 'dust' }),
    entry(10, 'open_item', { item_id: 'water' }),
    entry(15, 'pause'),
    entry(20, 'pause'),
    entry(30, 'open_item', { item_id: 'dust' }),
  ];
  const day = fold(entries);
  expect(day.seconds).toEqual({ dust: 600, water: 300 });
  expect(day.running).toEqual({ item: 'dust', since: 30 * 60_000 });
});

test('a correction stands in the place of what it corrects, also by a clock that is slow', () => {
  const wrong = entry(10, 'came', came(30));
  const right = entry(5, 'came', { ...came(3), supersedes: wrong.id });
  expect(fold([right, wrong]).sides.community?.counts[0]?.people).toBe(3);
  const gone = entry(11, 'withdraw', { supersedes: right.id });
  expect(fold([gone, right, wrong]).sides).toEqual({});
});

test('of two corrections of one entry the later stands', () => {
  const first = entry(10, 'decision', { text: 'One' });
  const one = entry(20, 'decision', { text: 'Two', supersedes: first.id });
  const other = entry(30, 'decision', { text: 'Three', supersedes: first.id });
  expect(live([other, first, one])).toEqual([other]);
});

test('any order and any repetition gives the same day', () => {
  const first = entry(1, 'came', came(5));
  const all = [
    first,
    entry(2, 'came', { ...came(4), supersedes: first.id }),
    entry(3, 'spoke', { side: 'company', sex: 'male', youth: true }),
    entry(4, 'open_item', { item_id: 'dust' }),
    entry(6, 'pause'),
    entry(7, 'promise', { text: 'Water' }),
  ];
  const expected = fold(all);
  for (let turn = 0; turn < all.length; turn += 1) {
    const turned = [...all.slice(turn), ...all.slice(0, turn)];
    expect(fold([...turned.reverse(), ...all])).toEqual(expected);
  }
});
