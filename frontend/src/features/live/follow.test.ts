import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { follow, pause, type RecordVersion } from './follow';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function* streamOf(...versions: number[]): AsyncGenerator<RecordVersion> {
  for (const version of versions) yield { version };
}

function following(open: () => Promise<AsyncIterable<RecordVersion>>) {
  const stop = new AbortController();
  const [changed, unheard] = [vi.fn(), vi.fn()];
  const ended = follow({ open, changed, unheard, signal: stop.signal });
  return { stop, changed, unheard, ended };
}

test('tells of each change, and asks once the stream has ended', async () => {
  const { changed, unheard } = following(async () => streamOf(1, 2));
  await vi.advanceTimersByTimeAsync(0);
  expect(changed.mock.calls).toEqual([[{ version: 1 }], [{ version: 2 }]]);
  expect(unheard).toHaveBeenCalledOnce();
});

test('asks from time to time where no stream comes through', async () => {
  const open = vi.fn().mockRejectedValue(new TypeError('cut'));
  const { unheard } = following(open);
  await vi.advanceTimersByTimeAsync(3 * pause);
  expect(open).toHaveBeenCalledTimes(4);
  expect(unheard).toHaveBeenCalledTimes(4);
});

test('stops when it is told to', async () => {
  const open = vi.fn(async () => streamOf(1));
  const { stop, ended } = following(open);
  await vi.advanceTimersByTimeAsync(pause / 2);
  stop.abort();
  await ended;
  await vi.advanceTimersByTimeAsync(5 * pause);
  expect(open).toHaveBeenCalledOnce();
});
