import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { issuesOf } from './validation';

const schema = z.object({
  name: z.string().check(z.minLength(2), z.maxLength(5)),
  site: z.uuid(),
  count: z.number().check(z.minimum(1)),
});

test('each issue is a key of the catalogue', () => {
  expect(issuesOf(schema, { name: '', site: 'x', count: 0 })).toEqual({
    name: 'field.required',
    site: 'field.invalid',
    count: 'field.too_small',
  });
  expect(issuesOf(schema, { name: 'abcdef', site: undefined, count: 1 })).toEqual({
    name: 'field.too_long',
    site: 'field.required',
  });
});

test('a choice that was not made is missing, not wrong', () => {
  const choice = z.object({
    role: z.enum(['staff', 'admin']),
    places: z.array(z.uuid()).check(z.minLength(1)),
  });
  expect(issuesOf(choice, { role: null, places: [] })).toEqual({
    role: 'field.required',
    places: 'field.required',
  });
  expect(issuesOf(choice, { role: 'king', places: ['x'] })).toEqual({
    role: 'field.invalid',
    'places.0': 'field.invalid',
  });
});

test('valid values have no issues', () => {
  const site = '0193a000-0000-7000-8000-000000000001';
  expect(issuesOf(schema, { name: 'abc', site, count: 1 })).toEqual({});
});
