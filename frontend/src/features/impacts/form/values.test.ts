import { expect, test } from 'vitest';
import { issuesOf } from '@/ui/forms/validation';
import { newBody, noImpact, zNewValues } from './values';

const place_id = '0193a000-0000-7000-8000-000000000002';
const impact = {
  ...noImpact('0193a000-0000-7000-8000-000000000001'),
  title: 'Суу азайды',
  description: 'Арыкта суу жок.',
  category: 'water' as const,
  severity: 3,
  likelihood: 4,
  extent: 'village' as const,
  affected: ['herders' as const],
  place_id,
};

test('what was seen is a source, and nothing is none', () => {
  expect(newBody(impact).sources).toEqual([]);
  const seen = newBody({ ...impact, observed: ' Чаң ', observed_on: '2026-11-01' });
  expect(seen.sources).toEqual([{ kind: 'observed', observed: 'Чаң', day: '2026-11-01' }]);
  expect(issuesOf(zNewValues, impact)).toEqual({});
});

test('what is missing is said of its field', () => {
  const bare = noImpact('0193a000-0000-7000-8000-000000000001');
  expect(Object.keys(issuesOf(zNewValues, bare)).sort()).toEqual([
    'affected',
    'category',
    'description',
    'extent',
    'likelihood',
    'place_id',
    'severity',
    'title',
  ]);
});
