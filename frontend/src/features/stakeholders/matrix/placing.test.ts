import { expect, test } from 'vitest';
import type { StakeholderSummary } from '@/api/generated';
import { moved, standingOn } from './placing';

const somebody = (id: string, influence: number, interest: number): StakeholderSummary => ({
  id,
  version: 1,
  kind: 'person',
  category: 'herder',
  name: id,
  place: { id: 'p', names: { ky: '', ru: '', en: '' } },
  tags: [],
  consent: 'given',
  has_contact: false,
  assessment: { influence, interest, stance: 0, assessed_at: '2026-11-30T06:00:00Z' },
});

test('arrows move by one and stay within the matrix', () => {
  expect(moved({ influence: 3, interest: 3 }, 'ArrowUp')).toEqual({ influence: 4, interest: 3 });
  expect(moved({ influence: 3, interest: 3 }, 'ArrowLeft')).toEqual({ influence: 3, interest: 2 });
  expect(moved({ influence: 5, interest: 1 }, 'ArrowUp')).toEqual({ influence: 5, interest: 1 });
  expect(moved({ influence: 5, interest: 1 }, 'ArrowLeft')).toEqual({ influence: 5, interest: 1 });
  expect(moved({ influence: 3, interest: 3 }, 'Enter')).toBeUndefined();
});

test('who is held stands where they are held and nowhere else', () => {
  const items = [somebody('a', 2, 2), somebody('b', 2, 2)];
  const [from, to] = [
    { influence: 2, interest: 2 },
    { influence: 4, interest: 2 },
  ];
  const names = (spot: typeof from) =>
    standingOn(items, spot, { id: 'a', spot: to }).map(({ id }) => id);
  expect(names(from)).toEqual(['b']);
  expect(names(to)).toEqual(['a']);
});
