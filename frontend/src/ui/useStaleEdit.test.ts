import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { useStaleEdit } from './useStaleEdit';

const stale = new ApiProblem({ status: 412, code: 'stale' });
const latest = { version: 7, name: 'theirs' };
const mine = { name: 'mine' };

test('a stale edit shows both sides, and keeping mine writes over the latest version', async () => {
  const save = vi.fn().mockRejectedValueOnce(stale).mockResolvedValueOnce(undefined);
  const { result } = renderHook(() => useStaleEdit(save, async () => latest));
  await act(() => result.current.submit(mine, { version: 3 }));
  expect(result.current.conflict).toEqual({ mine, theirs: latest });
  await act(async () => result.current.keepMine());
  expect(save).toHaveBeenLastCalledWith(mine, latest);
  expect(result.current.conflict).toBeUndefined();
});

test('taking theirs saves nothing more', async () => {
  const save = vi.fn().mockRejectedValue(stale);
  const { result } = renderHook(() => useStaleEdit(save, async () => latest));
  await act(() => result.current.submit(mine, { version: 3 }));
  act(() => result.current.dismiss());
  expect(result.current.conflict).toBeUndefined();
  expect(save).toHaveBeenCalledTimes(1);
});

test('any other problem is the caller’s to show', async () => {
  const save = vi.fn().mockRejectedValue(new ApiProblem({ status: 422, code: 'invalid' }));
  const { result } = renderHook(() => useStaleEdit(save, async () => latest));
  await expect(result.current.submit(mine, { version: 3 })).rejects.toMatchObject({ status: 422 });
  expect(result.current.conflict).toBeUndefined();
});
