import { expect, test, vi } from 'vitest';
import { answersOf, countOf, type Part, partSize, partsOf, sendParts } from './parts';

const cases = Array.from({ length: 2 * partSize + 1 }, (_, number) => `case ${number}`);
const outcome = (ids: string[]) => ({
  done: ids.length,
  items: ids.map((id) => ({ id, version: 2 })),
});

test('cases are sent in parts, each under a key of its own', async () => {
  const parts = partsOf(cases);
  expect(parts.map((part) => part.cases.length)).toEqual([partSize, partSize, 1]);
  expect(new Set(parts.map(({ key }) => key)).size).toBe(3);
  const progress: number[] = [];
  await sendParts(
    parts,
    async (part) => outcome(part),
    (answered) => progress.push(answersOf(answered).length),
  );
  expect(progress).toEqual([partSize, 2 * partSize, cases.length]);
  expect(countOf(parts)).toBe(cases.length);
});

test('after a lost connection it goes on with the part that has no answer, under the same key', async () => {
  let kept: Part<string>[] = partsOf(cases);
  const keep = (parts: Part<string>[]) => {
    kept = parts;
  };
  const send = vi.fn(async (part: string[], _key: string) => outcome(part));
  send.mockImplementationOnce(async (part) => outcome(part));
  send.mockRejectedValueOnce(new Error('offline'));
  await expect(sendParts(kept, send, keep)).rejects.toThrow('offline');
  expect(answersOf(kept)).toHaveLength(partSize);
  await sendParts(kept, send, keep);
  expect(answersOf(kept).map(({ id }) => id)).toEqual(cases);
  const keys = send.mock.calls.map(([, key]) => key);
  expect(keys).toEqual([kept[0]?.key, kept[1]?.key, kept[1]?.key, kept[2]?.key]);
});
