import i18next from 'i18next';
import { expect, test } from 'vitest';
import caseErrors from '@/i18n/en/case-errors.json';
import refusals from '@/i18n/en/refusals.json';
import { ApiProblem, problemFields, problemMessage, refusal, toApiProblem } from './problem';

const problem = (status: number, code: string) => new ApiProblem({ status, code });

test('a known code has its own words', () => {
  expect(problemMessage(problem(409, 'case_ended'))).toBe('problem.case_ended');
});

test('an unknown code is told by its status', () => {
  expect(problemMessage(problem(404, 'no_such_thing'))).toBe('problem.not_found');
  expect(problemMessage(problem(418, 'teapot'))).toBe('problem.unexpected');
});

test('no answer at all is a lost connection', () => {
  expect(problemMessage(new TypeError('Failed to fetch'))).toBe('problem.unreachable');
});

test('the desk has words of its own for what it is refused for', async () => {
  expect(problemMessage(problem(409, 'holds_mandate'))).toBe('problem.conflict');
  const words = { 'case-errors': caseErrors, refusals };
  await i18next.init({ lng: 'en', ns: Object.keys(words), resources: { en: words } });
  expect(problemMessage(problem(409, 'holds_mandate'))).toBe('case-errors:problem.holds_mandate');
  expect(refusal('circle')).toBe('refusals:circle');
  expect(refusal('never_heard_of')).toBe('field.invalid');
});

test('an answer that is no problem document is unexpected', () => {
  const answer = toApiProblem('<html>', new Response('<html>', { status: 502 }));
  expect(answer.status).toBe(502);
  expect(problemMessage(answer)).toBe('problem.unexpected');
});

test('field problems land on the form’s own paths', () => {
  const error = new ApiProblem({
    status: 422,
    code: 'invalid',
    fields: [
      { pointer: '/reporter/contact', code: 'too_long' },
      { pointer: '/place_id', code: 'never_heard_of' },
    ],
  });
  expect(problemFields(error)).toEqual({
    'reporter.contact': 'field.too_long',
    place_id: 'field.invalid',
  });
});
