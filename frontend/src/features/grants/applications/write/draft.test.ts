import { expect, test } from 'vitest';
import { answerTo, changeOf, type Draft, noAnswer, tidy, withAnswer } from './draft';

const [first, second] = [
  '0190a1b2-0000-7000-8000-000000000001',
  '0190a1b2-0000-7000-8000-000000000002',
];

const draft: Draft = {
  applicant_name: 'Барскоон суу тобу',
  title: ' Таза суу ',
  summary: '',
  place_id: first,
  youth_led: false,
  women_led: true,
  lines: [{ what: ' Түтүк ', unit: 'м', quantity: 1, unit_amount: 5, asked: 5, own: 0 }],
  team: [
    { name: ' Айжан ', task: '' },
    { name: ' ', task: 'эсеп' },
  ],
  partners: [{ name: '', help: '' }],
  follow_ups: [{ impact_id: second, title: 'Чаң' }],
  answers: [],
};

test('rows that only were begun are not sent', () => {
  const change = changeOf(draft);
  expect(change.team).toEqual([{ name: 'Айжан', task: '' }]);
  expect(change.partners).toEqual([]);
  expect(change.lines?.[0]?.what).toBe('Түтүк');
  expect(change.title).toBe('Таза суу');
  expect(change.summary).toBeNull();
});

test('of a title that is only begun nothing is sent: the one before stays', () => {
  expect(changeOf({ ...draft, title: 'Та' })).not.toHaveProperty('title', 'Та');
  expect(changeOf({ ...draft, title: 'Та' }).title).toBeUndefined();
});

test('one answer takes the place of the one before, and an emptied one is taken back', () => {
  const answered = withAnswer(draft, { ...noAnswer(first), text: 'Ооба' });
  const emptied = withAnswer(answered, { ...noAnswer(first), text: ' ' });
  expect(answerTo(answered, first).text).toBe('Ооба');
  expect(emptied.answers).toHaveLength(1);
  expect(changeOf(emptied).answers).toEqual([noAnswer(first)]);
  expect(tidy(emptied).answers).toEqual([]);
});

test('no and nought are answers', () => {
  const no = withAnswer(draft, { ...noAnswer(first), yes: false });
  const nought = withAnswer(no, { ...noAnswer(second), number: 0 });
  expect(tidy(nought).answers).toHaveLength(2);
});

test('in whatever order answers were given, the same draft is the same', () => {
  const one = { ...noAnswer(first), number: 1 };
  const other = { ...noAnswer(second), number: 2 };
  expect(tidy(withAnswer(withAnswer(draft, one), other))).toEqual(
    tidy(withAnswer(withAnswer(draft, other), one)),
  );
});

test('an impact alone is followed up without its title', () => {
  expect(changeOf(draft).follow_ups).toEqual([{ impact_id: second, commitment_id: null }]);
});
