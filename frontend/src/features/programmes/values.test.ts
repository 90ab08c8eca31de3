import { expect, test } from 'vitest';
import type { Programme } from '@/api/generated';
import { zNewProgramme } from '@/api/generated/zod.gen';
import { issuesOf } from '@/ui/forms/validation';
import { noProgramme, programmeValues } from './values';

const id = '0193a000-0000-7000-8000-000000000001';
const names = { ky: 'Тоң', ru: 'Тон', en: 'Ton' };
const programme: Programme = {
  id,
  version: 4,
  names,
  objectives: names,
  starts_on: '2019-04-01',
  ends_on: '2019-12-31',
  status: 'running',
  focus_areas: [{ id, names, place_ids: [id] }],
  actions: ['update_programme'],
};

test('a programme on its form is a body that the API takes', () => {
  const body = zNewProgramme.parse(programmeValues(programme));
  expect(body.focus_areas).toEqual([{ names, place_ids: [id] }]);
  expect(body.starts_on).toBe('2019-04-01');
});

test('an empty form is told about each of its fields, those of an area by its position', () => {
  const issues = issuesOf(zNewProgramme, noProgramme);
  expect(issues['focus_areas.0.names.ky']).toBe('field.required');
  expect(issues['focus_areas.0.place_ids']).toBe('field.required');
  expect(issues).toMatchObject({ starts_on: 'field.required', 'names.en': 'field.required' });
});
