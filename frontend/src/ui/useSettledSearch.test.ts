import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettledSearch } from './useSettledSearch';

const latestLocation = { pathname: '/desk/accounts' };
vi.mock('@tanstack/react-router', () => ({ useRouter: () => ({ latestLocation }) }));

beforeEach(() => {
  vi.useFakeTimers();
  latestLocation.pathname = '/desk/accounts';
});
afterEach(() => {
  vi.useRealTimers();
});

test('searches once for all that was typed in a row', () => {
  const search = vi.fn();
  const { result } = renderHook(() => useSettledSearch(search));
  act(() => {
    for (const words of ['г', 'гү', 'гүл']) result.current(words);
    vi.advanceTimersByTime(1000);
  });
  expect(search.mock.calls).toEqual([['гүл']]);
});

test('leaves alone who has opened another page meanwhile', () => {
  const search = vi.fn();
  const { result } = renderHook(() => useSettledSearch(search));
  act(() => {
    result.current('гүл');
    latestLocation.pathname = '/desk/accounts/1';
    vi.advanceTimersByTime(1000);
  });
  expect(search).not.toHaveBeenCalled();
});
