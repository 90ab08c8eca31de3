import { expect, test } from 'vitest';
import type { PublicGrantCall } from '@/api/generated';
import { missingIn } from './missing';

const call = { questions: [{ id: 'b' }, { id: 'a' }] } as unknown as PublicGrantCall;

test('what is missing is told in the order of the form, each with where it is', () => {
  const missing = missingIn(
    [
      { pointer: '/team', code: 'required' },
      { pointer: '/answers/a', code: 'not_met' },
      { pointer: '/lines/1/asked', code: 'does_not_add_up' },
      { pointer: '/answers/b', code: 'required' },
      { pointer: '/summary', code: 'required' },
      { pointer: '/asked', code: 'over_ceiling' },
    ],
    call,
  );
  expect(missing.map(({ anchor }) => anchor)).toEqual([
    'about',
    'answer-b',
    'answer-a',
    'lines',
    'lines',
    'team',
  ]);
  expect(missing[3]).toMatchObject({ kind: 'line', line: 2 });
  expect(missing[2]).toMatchObject({ kind: 'question', question: 'a', code: 'not_met' });
});

test('what the form has no field for is left to the server', () => {
  expect(missingIn([{ pointer: '/elsewhere', code: 'required' }], call)).toEqual([]);
});
