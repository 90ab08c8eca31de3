import { beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { offline } from './database';
import { keep, keptFor, type Port, sendKept } from './kept';

interface Saved {
  version: number;
  count: number;
}

const name = 'attendance-1';
const lost = new ApiProblem({ status: 0, code: 'unreachable' });
const stale = new ApiProblem({ status: 412, code: 'stale' });

const port = (server: Partial<Port<number, Saved>>): Port<number, Saved> => ({
  name,
  held: ({ count }) => count,
  send: async (count, { version }) => ({ version: version + 1, count }),
  load: async () => ({ version: 9, count: 0 }),
  ...server,
});

const typed = (value: number, base = 1) => keep(name, { value, base, before: 0, wanted: true });

beforeEach(async () => {
  await (await offline()).clear('drafts');
});

test('what is kept is sent once, however many try at a time', async () => {
  await typed(5);
  const send = vi.fn(async (count: number) => ({ version: 2, count }));
  const outcomes = await Promise.all([sendKept(port({ send })), sendKept(port({ send }))]);
  expect(send).toHaveBeenCalledExactlyOnceWith(5, { version: 1 });
  expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'nothing']);
  expect(await keptFor(name)).toBeUndefined();
});

test('without a network nothing is lost and nothing sent twice', async () => {
  await typed(5);
  expect(await sendKept(port({ send: () => Promise.reject(lost) }))).toEqual({ kind: 'later' });
  expect((await keptFor<number>(name))?.value).toBe(5);
  expect(await sendKept(port({}))).toEqual({ kind: 'saved', saved: { version: 2, count: 5 } });
});

test('what was typed while the answer was on its way follows, over the new version', async () => {
  await typed(5);
  const send = vi.fn(async (count: number, { version }: { version: number }) => {
    if (count === 5) await typed(6);
    return { version: version + 1, count };
  });
  await sendKept(port({ send }));
  expect(send.mock.calls).toEqual([
    [5, { version: 1 }],
    [6, { version: 2 }],
  ]);
  expect(await keptFor(name)).toBeUndefined();
});

test('an answer that was lost is known by what the server holds', async () => {
  await typed(5);
  const arrived = port({
    send: () => Promise.reject(stale),
    load: async () => ({ version: 2, count: 5 }),
  });
  expect(await sendKept(arrived)).toEqual({ kind: 'saved', saved: { version: 2, count: 5 } });
  expect(await keptFor(name)).toBeUndefined();
});

test('a version that changed something else is no conflict', async () => {
  await typed(5);
  const send = vi
    .fn(async (count: number, { version }: { version: number }) => ({ version, count }))
    .mockRejectedValueOnce(stale);
  await sendKept(port({ send, load: async () => ({ version: 7, count: 0 }) }));
  expect(send).toHaveBeenLastCalledWith(5, { version: 7 });
});

test('what somebody else counted meanwhile is a conflict, and both are kept', async () => {
  await typed(5);
  const theirs = { version: 7, count: 3 };
  const conflict = port({ send: () => Promise.reject(stale), load: async () => theirs });
  expect(await sendKept(conflict)).toEqual({ kind: 'conflict', theirs });
  expect((await keptFor<number>(name))?.value).toBe(5);
});

test('what is still being written is not sent', async () => {
  await keep(name, { value: 5, base: 1, before: 0, wanted: false });
  const send = vi.fn();
  expect(await sendKept(port({ send }))).toEqual({ kind: 'nothing' });
  expect(send).not.toHaveBeenCalled();
});

test('what the server does not take stays, and says why', async () => {
  await typed(5);
  const error = new ApiProblem({ status: 409, code: 'not_in_this_state' });
  expect(await sendKept(port({ send: () => Promise.reject(error) }))).toEqual({
    kind: 'refused',
    error,
  });
  expect((await keptFor<number>(name))?.value).toBe(5);
});
