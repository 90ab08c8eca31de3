import { expect, test } from 'vitest';
import type { StakeholderEvent } from '@/api/generated';
import { changedValues, compared } from './history';

const event = (id: string, values?: [number, number, number]): StakeholderEvent => ({
  id,
  kind: values ? 'assessed' : 'changed',
  at: '2026-11-30T06:00:00Z',
  by: { id: '1', name: 'Айнура' },
  fields: [],
  assessment: values && { influence: values[0], interest: values[1], stance: values[2] },
});

test('each assessment stands beside the one before it, whatever lies between', () => {
  const history = compared([event('d', [4, 2, 1]), event('c'), event('b', [4, 2, -1]), event('a')]);
  expect(history.map(({ before }) => before?.stance)).toEqual([
    -1,
    undefined,
    undefined,
    undefined,
  ]);
  expect(history.map(changedValues)).toEqual([
    ['stance'],
    [],
    ['influence', 'interest', 'stance'],
    [],
  ]);
});

test('an assessment that keeps every value changes none', () => {
  const [latest] = compared([event('b', [1, 1, 0]), event('a', [1, 1, 0])]);
  expect(latest && changedValues(latest)).toEqual([]);
});
