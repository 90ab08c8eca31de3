import { expect, test } from 'vitest';
import type { Export } from '@/api/generated';
import { percentOf } from './progress';

const export_ = (values: Partial<Export>) =>
  ({ state: 'running', rows_done: 0, rows_total: null, ...values }) as Export;

test('progress is told in percent where it is known how much there is', () => {
  expect(percentOf(export_({ rows_done: 50, rows_total: 200 }))).toBe(25);
  expect(percentOf(export_({ rows_done: 50 }))).toBeUndefined();
});

test('only a file that is ready is whole', () => {
  expect(percentOf(export_({ rows_done: 200, rows_total: 200 }))).toBe(99);
  expect(percentOf(export_({ rows_total: 0 }))).toBe(99);
  expect(percentOf(export_({ state: 'ready', rows_done: 200, rows_total: 200 }))).toBe(100);
});
