import { expect, test } from 'vitest';
import { changesOf } from './changes';

const before = { names: { ky: 'Ак-Суу', ru: 'Ак-Суу' }, stage: 'production', latitude: null };

test('a field that stays as it was is not sent', () => {
  expect(changesOf(before, { ...before, stage: 'closure' })).toEqual({ stage: 'closure' });
  expect(changesOf(before, structuredClone(before))).toEqual({});
});

test('a group of fields is sent as a whole, since the API replaces it as a whole', () => {
  const names = { ...before.names, ru: 'Аксу' };
  expect(changesOf(before, { ...before, names })).toEqual({ names });
});
