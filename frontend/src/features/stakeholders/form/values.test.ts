import { expect, test } from 'vitest';
import { issuesOf } from '@/ui/forms/validation';
import { contactBody, newBody, noContact, noStakeholder, zFactChange, zNewValues } from './values';

const programme = '0193a000-0000-7000-8000-000000000001';
const place_id = '0193a000-0000-7000-8000-000000000002';
const person = {
  ...noStakeholder(programme),
  category: 'herder' as const,
  name: 'Бакыт',
  place_id,
};

test('parts that nobody touched are left out', () => {
  const body = newBody(person);
  expect(body).toMatchObject({ contact: null, assessment: null, consent: null, position: null });
  expect(issuesOf(zNewValues, person)).toEqual({});
});

test('a part that was begun has to be whole', () => {
  const begun = { ...person, assessment: { ...person.assessment, influence: 3 } };
  expect(Object.keys(issuesOf(zNewValues, begun)).sort()).toEqual([
    'assessment.interest',
    'assessment.reason',
    'assessment.stance',
  ]);
});

test('a group has neither sex nor age, whatever was chosen before', () => {
  const group = { ...person, kind: 'group' as const, sex: 'male' as const, birth_year: 1970 };
  expect(newBody(group)).toMatchObject({ sex: null, birth_year: null, age_band: null });
});

test('a contact of spaces is none', () => {
  expect(contactBody({ ...noContact, phone: '  ' })).toBeNull();
  expect(contactBody({ ...noContact, phone: ' 0555 ' })).toEqual({
    phone: '0555',
    email: null,
    address: null,
  });
});

test('a position that was deleted is cleared, one that was left alone is not named', () => {
  expect(zFactChange.parse({ position: ' ' })).toEqual({ position: null });
  expect(zFactChange.parse({ name: 'Бакыт аке' })).toEqual({ name: 'Бакыт аке' });
});
