import { expect, test } from 'vitest';
import { type Line, takenAtFirst } from './comparing';

const line = (field: Line['field'], kept: string, other: string): Line => ({
  field,
  label: field,
  kept,
  other,
});

test('what only the other record has is taken from it at first', () => {
  const all = [line('name', 'Aigul', 'Айгүл'), line('sex', '', 'Woman'), line('age', '1979', '')];
  expect(takenAtFirst(all)).toEqual(['sex']);
});
