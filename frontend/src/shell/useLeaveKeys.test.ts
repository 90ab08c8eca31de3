import { renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useLeaveKeys } from './useLeaveKeys';

const press = (...keys: string[]) => {
  for (const key of keys) window.dispatchEvent(new KeyboardEvent('keydown', { key }));
};

test('three times Shift leaves, and nothing that one types does', () => {
  const leave = vi.fn();
  renderHook(() => useLeaveKeys(leave));
  press('Shift', 'A', 'Shift', 'Б', 'Shift', 'Shift', 'c');
  expect(leave).not.toHaveBeenCalled();
  press('Shift', 'Shift', 'Shift');
  expect(leave).toHaveBeenCalledTimes(1);
});

test('a key that is held down counts once', () => {
  const leave = vi.fn();
  renderHook(() => useLeaveKeys(leave));
  press('Shift');
  for (let times = 0; times < 5; times += 1) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', repeat: true }));
  }
  press('Shift');
  expect(leave).not.toHaveBeenCalled();
});
