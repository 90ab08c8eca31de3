import { expect, test } from 'vitest';
import type { MeetingMinutes } from '@/api/generated';
import { homeless, linesOf, newLine, placesOf, sameText, writtenOf } from './lines';

test('what is there is written anew as it is, and empty lines are left out', () => {
  const sections: MeetingMinutes['sections'] = [
    {
      item: { id: 'dust' },
      withheld: false,
      lines: [{ item_id: 'dust', kind: 'position', side: 'company', text: 'No dust.' }],
    },
    { withheld: false, lines: [{ kind: 'decision', text: 'We meet again.' }] },
  ];
  const written = [...writtenOf({ sections }), newLine('dust')];
  expect(linesOf(written)).toEqual([
    { item_id: 'dust', kind: 'position', side: 'company', text: 'No dust.' },
    { item_id: undefined, kind: 'decision', side: undefined, text: 'We meet again.' },
  ]);
  expect(new Set(written.map(({ key }) => key)).size).toBe(3);
});

test('a line has its place under what is on the agenda, or under nothing', () => {
  const item = (id: string, state: 'accepted' | 'declined') => ({ id, state });
  const agenda = [item('dust', 'accepted'), item('water', 'declined')] as never;
  expect(placesOf({ agenda })).toEqual(['dust', null]);
});

test('lines of an item that is gone are not lost, and a text is known by its words', () => {
  const line = (text: string, item_id?: string) => ({ item_id, kind: 'decision' as const, text });
  const text = (...lines: ReturnType<typeof line>[]) => ({
    sections: [{ withheld: false, lines }],
  });
  const written = writtenOf(
    text(line('No dust.', 'dust'), line('Water.', 'water'), line('Again.')),
  );
  expect(homeless(written, ['dust', null]).map((one) => one.text)).toEqual(['Water.']);
  expect(sameText(text(line('Again.')), text(line('Again.')))).toBe(true);
  expect(sameText(text(line('Again.')), text(line('Again.', 'dust')))).toBe(false);
});
