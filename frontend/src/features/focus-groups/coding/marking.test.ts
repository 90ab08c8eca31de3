import { expect, test } from 'vitest';
import type { PassageCode } from '@/api/generated';
import { markedIn, pieces } from './marking';

const code = (id: string, starts: number, ends: number) =>
  ({ id, starts, ends, passage: '' }) as PassageCode;

test('a mark is counted in characters, and without the spaces around it', () => {
  const notes = 'Суу 🏔 кир.';
  expect(markedIn(notes, 3, 7)).toEqual({ starts: 4, ends: 5, passage: '🏔' });
  expect(markedIn(notes, 6, 11)).toEqual({ starts: 6, ends: 10, passage: 'кир.' });
  expect(markedIn(notes, 3, 4)).toBeUndefined();
  expect(markedIn(notes, 2, 2)).toBeUndefined();
});

test('passages that lie over one another are shown each in its place', () => {
  const found = pieces('Суу 🏔 кир.', [code('a', 0, 5), code('b', 4, 10)]);
  expect(found.map(({ text, codes }) => [text, codes.map(({ id }) => id).join('')])).toEqual([
    ['Суу ', 'a'],
    ['🏔', 'ab'],
    [' кир.', 'b'],
  ]);
  expect(pieces('', [])).toEqual([]);
  expect(pieces('Суу', [])).toEqual([{ text: 'Суу', ends: 3, codes: [] }]);
});
