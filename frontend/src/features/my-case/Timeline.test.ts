import { expect, test } from 'vitest';
import type { Event } from '@/api/generated/public';
import { changesOfState } from './Timeline';

test('moves behind the scenes are no steps of the reporter’s timeline', () => {
  const at = '2026-11-23T05:00:00Z';
  const step = (move: Event['move'], to: Event['to']): Event => ({ at, move, to });
  const steps = [
    step('submit', 'submitted'),
    step('accept', 'accepted'),
    step('summarise', 'accepted'),
    step('release', 'accepted'),
    step('investigate', 'investigating'),
  ];
  expect(changesOfState(steps).map(({ move }) => move)).toEqual([
    'submit',
    'accept',
    'investigate',
  ]);
});
