import { expect, test } from 'vitest';
import type { Intake } from '@/api/generated/public';
import { type IntakePlace, lyingIn, searchPlaces, sitesNear } from './places';

const place = (
  id: string,
  level: IntakePlace['level'],
  name: string,
  parent_id?: string,
): IntakePlace => ({ id, code: id, level, parent_id, names: { ky: name, ru: name, en: name } });

const places = [
  place('KG', 'country', 'Кыргызстан'),
  place('Y', 'oblast', 'Ысык-Көл облусу', 'KG'),
  place('J', 'raion', 'Жети-Өгүз району', 'Y'),
  place('B', 'aimak', 'Барскоон аймагы', 'J'),
  place('b', 'village', 'Барскоон', 'B'),
  place('T', 'raion', 'Тоң району', 'Y'),
];
const at = (id: string) => places.find((candidate) => candidate.id === id) as IntakePlace;

test('villages come before the areas of the same name', () => {
  expect(searchPlaces(places, 'барск').found.map(({ id }) => id)).toEqual(['b', 'B']);
});

test('Kyrgyz letters are found without a Kyrgyz keyboard', () => {
  expect(searchPlaces(places, 'жети-огуз').found).toEqual([at('J')]);
  expect(searchPlaces(places, 'тон ').found).toEqual([at('T')]);
});

test('nothing typed finds nothing, and the count tells of more than is shown', () => {
  expect(searchPlaces(places, ' ')).toEqual({ found: [], count: 0 });
  expect(searchPlaces(places, 'о', 1)).toMatchObject({ found: { length: 1 }, count: 5 });
});

test('a place is told with what it lies in', () => {
  expect(lyingIn(places, at('b'), 'ky')).toBe('Барскоон аймагы, Жети-Өгүз району, Ысык-Көл облусу');
});

test('the sites of the whole raion are offered, others are not', () => {
  const names = { ky: '', ru: '', en: '' };
  const site = (id: string, place_id: string) => ({ id, place_id, names, company: names });
  const intake: Intake = { places, sites: [site('near', 'B'), site('far', 'T')] };
  expect(sitesNear(intake, at('b')).map(({ id }) => id)).toEqual(['near']);
});
