import { expect, test } from 'vitest';
import type { AreaBalance } from '@/api/generated';
import { warningsOf } from './balance';

const nobody = { people: 0, women: 0, youth: 0 };
const names = { ky: 'Тоң', ru: 'Тон', en: 'Ton' };
const area: AreaBalance = {
  area: names,
  heard: { people: 18, women: 6, youth: 6 },
  expected: nobody,
  period: ['2026-04-01', '2026-12-31'],
};

const plan = (
  people: number | null,
  women: number | null,
  youth: number | null,
  day = '2026-06-01',
) => ({
  expected: { people, women, youth },
  starts_at: `${day}T10:00`,
});

test('a third of those heard and expected is enough, and one fewer is not', () => {
  expect(warningsOf(area, plan(12, 4, 4))).toEqual([]);
  expect(warningsOf(area, plan(12, 3, 4))).toEqual(['few_women']);
  expect(warningsOf(area, plan(12, 4, 3))).toEqual(['few_youth']);
  expect(warningsOf(area, plan(null, null, null))).toEqual([]);
});

test('a day outside the period and a place outside the areas are warned of', () => {
  expect(warningsOf(area, plan(12, 4, 4, '2027-01-01'))).toEqual(['outside_period']);
  expect(warningsOf(area, plan(12, 4, 4, ''))).toEqual([]);
  expect(warningsOf({ ...area, area: null, heard: nobody }, plan(12, 0, 0))).toEqual([
    'outside_areas',
  ]);
});
