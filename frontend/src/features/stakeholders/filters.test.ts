import { expect, test } from 'vitest';
import { zConsentStanding, zStakeholderCategory, zStakeholderSort } from '@/api/generated/zod.gen';
import { categories, isNarrowed, queryOf, sorts, stakeholderFilters, standings } from './filters';

test('the lists are those of the API', () => {
  expect([...categories].sort()).toEqual([...zStakeholderCategory.options].sort());
  expect([...standings].sort()).toEqual([...zConsentStanding.options].sort());
  expect([...sorts].sort()).toEqual([...zStakeholderSort.options].sort());
});

test('what an address says in vain is left out', () => {
  const search = { q: 7, category: 'king', place: 'here', tag: 'т'.repeat(60), sort: 'newest' };
  expect(stakeholderFilters(search)).toEqual({ q: '7', tag: 'т'.repeat(40), sort: 'newest' });
});

test('words that are too short are typed but not asked for', () => {
  expect(queryOf({ q: 'ай' }).q).toBeUndefined();
  expect(queryOf({ q: 'айг' }).q).toBe('айг');
});

test('the order alone narrows nothing', () => {
  expect(isNarrowed({ sort: 'influence' })).toBe(false);
  expect(isNarrowed({ sort: 'influence', tag: 'суу' })).toBe(true);
});
