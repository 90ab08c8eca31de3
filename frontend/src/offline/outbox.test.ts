import { beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { offline } from './database';
import { enqueue, flush, refused, waiting } from './outbox';
import { batches, flushTogether } from './together';

const roomy = { entries: 100, bytes: 1_000_000 };

const post = { operation: 'submit', body: { narrative: 'Dust' } };
const lost = new ApiProblem({ status: 0, code: 'unreachable' });

beforeEach(async () => {
  await (await offline()).clear('outbox');
});

test('what was queued is sent once, however many flushes run at a time', async () => {
  const entry = await enqueue(post);
  const send = vi.fn().mockResolvedValue(undefined);
  await Promise.all([flush('submit', send), flush('submit', send), flush('submit', send)]);
  expect(send).toHaveBeenCalledExactlyOnceWith(entry);
  expect(await waiting('submit')).toEqual([]);
});

test('a lost connection keeps the entry and its key for the next time', async () => {
  const { id } = await enqueue(post);
  const keys: string[] = [];
  await flush('submit', async (entry) => {
    keys.push(entry.id);
    throw lost;
  });
  await flush('submit', async (entry) => void keys.push(entry.id));
  expect(keys).toEqual([id, id]);
  expect(await waiting('submit')).toEqual([]);
});

test('nothing overtakes an entry that could not be sent', async () => {
  const first = await enqueue(post);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await enqueue(post);
  const send = vi.fn().mockRejectedValue(lost);
  await flush('submit', send);
  expect(send).toHaveBeenCalledExactlyOnceWith(first);
});

test('a refused entry is kept, marked and not sent again', async () => {
  const { id } = await enqueue(post);
  const send = vi.fn().mockRejectedValue(new ApiProblem({ status: 422, code: 'invalid' }));
  await flush('submit', send);
  await flush('submit', send);
  expect(send).toHaveBeenCalledTimes(1);
  expect(await refused('submit')).toMatchObject([{ id, refusal: 'invalid' }]);
});

test('what waits for another operation is not sent as this one', async () => {
  await enqueue({ operation: 'note', body: {} });
  const send = vi.fn().mockResolvedValue(undefined);
  await flush('submit', send);
  expect(send).not.toHaveBeenCalled();
  expect(await waiting('note')).toHaveLength(1);
});

test('many are sent together, in order, and what became of each is kept', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    ids.push((await enqueue({ operation: 'note', body: { at } })).id);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const batches: string[][] = [];
  await flushTogether('note', { ...roomy, entries: 2 }, async (entries) => {
    batches.push(entries.map(({ id }) => id));
    return new Map(entries.map(({ id }) => [id, id === ids[1] ? 'too_short' : undefined]));
  });
  expect(batches).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  expect(await waiting('note')).toEqual([]);
  expect(await refused('note')).toMatchObject([{ id: ids[1], refusal: 'too_short' }]);
});

test('a batch that failed stays as it is, whatever the failure', async () => {
  const { id } = await enqueue({ operation: 'note', body: {} });
  const failed = flushTogether('note', roomy, () => Promise.reject(lost));
  await expect(failed).rejects.toBe(lost);
  expect(await waiting('note')).toMatchObject([{ id }]);
});

test('a batch has no more bytes than there is room for, in whatever letters', () => {
  const entry = (text: string) => ({ ...post, id: text, body: { text }, files: [], queuedAt: '' });
  const long = entry('ү'.repeat(2000));
  const short = entry('a');
  const cut = batches([long, long, short, long], { entries: 100, bytes: 8500 });
  expect(cut.map((batch) => batch.length)).toEqual([2, 2]);
  expect(batches([long, short], { entries: 100, bytes: 100 }).map(({ length }) => length)).toEqual([
    1, 1,
  ]);
  expect(batches([], roomy)).toEqual([]);
});

const three = async () => {
  const ids: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    ids.push((await enqueue({ operation: 'note', body: { at } })).id);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return ids;
};

test.each([413, 500])(
  'an entry of which a batch fails with %i holds up no other',
  async (status) => {
    const ids = await three();
    const failed = new ApiProblem({ status, code: 'unexpected' });
    const sent = flushTogether('note', roomy, async (entries) => {
      if (entries.some(({ id }) => id === ids[1])) throw failed;
      return new Map(entries.map(({ id }) => [id, undefined]));
    });
    await expect(sent).rejects.toBe(failed);
    expect((await waiting('note')).map(({ id }) => id)).toEqual([ids[1]]);
  },
);

test('a server that fails whatever it is sent is left alone soon', async () => {
  for (let at = 0; at < 4; at += 1) await three();
  const send = vi.fn().mockRejectedValue(new ApiProblem({ status: 500, code: 'unexpected' }));
  await expect(flushTogether('note', roomy, send)).rejects.toMatchObject({ status: 500 });
  expect(send.mock.calls.length).toBeLessThan(10);
  expect(await waiting('note')).toHaveLength(12);
});
