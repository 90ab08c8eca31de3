import { expect, it } from 'vitest';
import type { GrievanceSummary } from '@/api/generated';
import { lookedThrough, totalOf } from './MoreCases';

const page = { items: [], next: 'next' };

it('tells of a search that stopped, over all its pages', () => {
  expect(lookedThrough(undefined)).toBeUndefined();
  expect(lookedThrough([page])).toBeUndefined();
  expect(lookedThrough([{ ...page, looked_through: 3000 }])).toBe(3000);
  const pages = [{ ...page, looked_through: 3000 }, page, { ...page, looked_through: 2500 }];
  expect(lookedThrough(pages)).toBe(5500);
  // The last page is full: the list goes on as usual.
  expect(lookedThrough([...pages, page])).toBeUndefined();
});

it('counts what is shown once that is all', () => {
  const items = (count: number) => Array.from({ length: count }, () => ({}) as GrievanceSummary);
  const least = { count: 40, exact: false };
  const stopped = { items: [], next: 'next', looked_through: 3000 };
  expect(totalOf(undefined)).toBeUndefined();
  expect(totalOf([{ ...page, items: items(25) }])).toBeUndefined();
  // Nothing yet, and perhaps something further on.
  expect(totalOf([{ ...stopped, total: { count: 0, exact: false } }])).toBeUndefined();
  const first = { items: items(25), next: 'next', total: least };
  expect(totalOf([first])).toEqual(least);
  expect(totalOf([first, { ...stopped, items: items(20) }])).toEqual({ count: 45, exact: false });
  expect(totalOf([first, { items: items(20), next: null }])).toEqual({ count: 45, exact: true });
  expect(
    totalOf([
      { ...stopped, total: least },
      { items: [], next: null },
    ]),
  ).toEqual({
    count: 0,
    exact: true,
  });
});
