import { expect, test } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { freshOrKept } from './snapshots';

const fails = (status: number) => () => Promise.reject(new ApiProblem({ status, code: 'x' }));

test('without a network the last answer is given', async () => {
  await freshOrKept('places', async () => ['Barskoon']);
  expect(await freshOrKept('places', fails(0))).toEqual(['Barskoon']);
});

test('an answer of the API that it failed is not hidden behind an old one', async () => {
  await freshOrKept('sites', async () => ['Kumtor']);
  await expect(freshOrKept('sites', fails(500))).rejects.toThrow();
});

test('without a network and without an earlier answer the loss is told', async () => {
  await expect(freshOrKept('never', fails(0))).rejects.toMatchObject({ status: 0 });
});
