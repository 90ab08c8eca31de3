import { beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { offline } from './database';
import { enqueue, flush, refused, waiting } from './outbox';

const post = { operation: 'submit', body: { narrative: 'Dust' } };
const lost = new ApiProblem({ status: 0, code: 'unreachable' });

beforeEach(async () => {
  await (await offline()).clear('outbox');
});

test('what was queued is sent once, however many flushes run at a time', async () => {
  const entry = await enqueue(post);
  const send = vi.fn().mockResolvedValue(undefined);
  await Promise.all([flush(send), flush(send), flush(send)]);
  expect(send).toHaveBeenCalledExactlyOnceWith(entry);
  expect(await waiting()).toEqual([]);
});

test('a lost connection keeps the entry and its key for the next time', async () => {
  const { id } = await enqueue(post);
  const keys: string[] = [];
  await flush(async (entry) => {
    keys.push(entry.id);
    throw lost;
  });
  await flush(async (entry) => void keys.push(entry.id));
  expect(keys).toEqual([id, id]);
  expect(await waiting()).toEqual([]);
});

test('nothing overtakes an entry that could not be sent', async () => {
  const first = await enqueue(post);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await enqueue(post);
  const send = vi.fn().mockRejectedValue(lost);
  await flush(send);
  expect(send).toHaveBeenCalledExactlyOnceWith(first);
});

test('a refused entry is kept, marked and not sent again', async () => {
  const { id } = await enqueue(post);
  const send = vi.fn().mockRejectedValue(new ApiProblem({ status: 422, code: 'invalid' }));
  await flush(send);
  await flush(send);
  expect(send).toHaveBeenCalledTimes(1);
  expect(await refused()).toMatchObject([{ id, refusal: 'invalid' }]);
});
