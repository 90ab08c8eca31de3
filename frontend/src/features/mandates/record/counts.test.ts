import { expect, test } from 'vitest';
import { countsOf, noCounts, totalsOf } from './counts';

const typed = { female: { from25: 4, from60: 3 }, male: { under14: 1, from14: 2, from36: 0 } };

test('what was not counted is not sent', () => {
  expect(countsOf(typed)).toEqual([
    { sex: 'female', band: 'from25', people: 4 },
    { sex: 'female', band: 'from60', people: 3 },
    { sex: 'male', band: 'under14', people: 1 },
    { sex: 'male', band: 'from14', people: 2 },
  ]);
  expect(countsOf(noCounts)).toEqual([]);
});

test('women and youth are parts of all', () => {
  expect(totalsOf(typed)).toEqual({ people: 10, women: 7, youth: 6 });
});
