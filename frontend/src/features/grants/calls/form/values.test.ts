import { expect, test } from 'vitest';
import { noCall, noCriterion, noQuestion, zCallChange, zCallValues } from './values';

const id = '0190a1b2-0000-7000-8000-000000000000';
const words = (text: string) => ({ ky: text, ru: text, en: text });

const call = {
  ...noCall(id),
  title: words('Таза суу'),
  purpose: words('Айылга таза суу'),
  budget: 500_000_000,
  ceiling: 50_000_000,
  opens_at: '2026-12-01T09:00',
  closes_at: '2026-12-31T18:00',
  place_ids: [id],
  criteria: [{ ...noCriterion(), name: words('Муктаждык'), weight: 40 }],
};

test('the minutes of a call are meant as Bishkek has them', () => {
  const { opens_at, closes_at } = zCallValues.parse(call);
  expect([opens_at, closes_at]).toEqual(['2026-12-01T03:00:00.000Z', '2026-12-31T12:00:00.000Z']);
});

test('what is sent are numbers as JSON has them', () => {
  const body = JSON.parse(JSON.stringify(zCallValues.parse(call)));
  expect(body).toMatchObject({ budget: 500_000_000, criteria: [{ weight: 40 }] });
});

test('what was typed for another kind of question is left out', () => {
  const question = {
    ...noQuestion('application'),
    prompt: words('Канча киши?'),
    kind: 'number' as const,
    options: [words('Суу'), words('Жол')],
    max_length: 50,
    least: 1,
  };
  const [asked] = zCallChange.parse({ questions: [question] }).questions ?? [];
  expect(asked).toMatchObject({ kind: 'number', options: null, max_length: null, least: 1 });
  expect(asked).not.toHaveProperty('key');
});

test('a question of eligibility has to be answered, and by one of both', () => {
  const question = {
    ...noQuestion('eligibility'),
    prompt: words('Ушул жерде жашайсызбы?'),
    required: false,
    expected: 'no' as const,
  };
  const [asked] = zCallChange.parse({ questions: [question] }).questions ?? [];
  expect(asked).toMatchObject({ required: true, expected: false, help: null });
});

test('help in one language alone is asked for in the others', () => {
  const half = {
    ...noQuestion('application'),
    prompt: words('Ким?'),
    help: { ...words(''), ky: 'Аты' },
  };
  const { success, error } = zCallChange.safeParse({ questions: [half] });
  expect(success).toBe(false);
  expect(error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'questions.0.help.en',
    'questions.0.help.ru',
  ]);
});

test('a change says nothing of what stayed', () => {
  expect(zCallChange.parse({ budget: 100 })).toEqual({ budget: 100 });
});
