import { expect, test } from 'vitest';
import type { GrantQuestion } from '@/api/generated';
import { stands } from './eligibility';

const question = (id: string, expected: boolean, stage = 'eligibility') =>
  ({ id, expected, stage, kind: 'yes_no' }) as GrantQuestion;

const questions = [
  question('lives_here', true),
  question('got_money', false),
  question('other', false, 'application'),
];

test('who has not answered everything yet may still be able to apply', () => {
  expect(stands(questions, {})).toBe('open');
  expect(stands(questions, { lives_here: true })).toBe('open');
});

test('one answer is enough to know that somebody can not, and no may be the right one', () => {
  expect(stands(questions, { got_money: true })).toBe('not_met');
  expect(stands(questions, { lives_here: true, got_money: false })).toBe('met');
});

test('a call without conditions is for everybody', () => {
  expect(stands([question('other', true, 'application')], {})).toBe('met');
});
