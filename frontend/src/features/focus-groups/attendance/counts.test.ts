import { expect, test } from 'vitest';
import type { AgeCounts } from '@/api/generated';
import { countsOf, figuresOf, stepped, under18 } from './counts';

const none: AgeCounts = { under14: 0, from14: 0, from18: 0, from25: 0, from36: 0, from60: 0 };
const nobody = { female: none, male: none };

test('youth is 14 to 35, and who is under 18 needs a guardian', () => {
  const counts = {
    female: { ...none, under14: 1, from14: 2, from36: 4 },
    male: { ...none, from18: 3, from25: 1, from60: 2 },
  };
  expect(figuresOf(counts)).toEqual({ people: 13, women: 7, youth: 6 });
  expect(under18(counts)).toBe(3);
});

test('a count goes neither below none nor above a hundred people', () => {
  const one = stepped(nobody, 'male', 'from60', 1);
  expect(one.male.from60).toBe(1);
  expect(stepped(nobody, 'male', 'from60', -1)).toBe(nobody);
  const full = { ...nobody, female: { ...none, from25: 100 } };
  expect(stepped(full, 'male', 'from60', 1)).toBe(full);
  expect(figuresOf(stepped(full, 'female', 'from25', -1)).people).toBe(99);
});

test('two counts are compared by what they say, not by how they came', () => {
  const shuffled = {
    male: none,
    female: { from60: 0, from36: 0, from25: 0, from18: 0, from14: 0, under14: 0 },
  };
  expect(JSON.stringify(countsOf(shuffled))).toBe(JSON.stringify(countsOf(nobody)));
});
