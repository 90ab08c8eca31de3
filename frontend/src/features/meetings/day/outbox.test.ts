import { beforeEach, expect, test, vi } from 'vitest';
import { addMeetingDayEntries } from '@/api/generated';
import { ApiProblem } from '@/api/problem';
import { offline } from '@/offline/database';
import { keep, keptByMeeting, keptOf, sendAll } from './outbox';

vi.mock('@/api/generated', () => ({ addMeetingDayEntries: vi.fn() }));

const add = vi.mocked(addMeetingDayEntries);

type Sent = Parameters<typeof addMeetingDayEntries>[0];

/** A server that takes everything, but of one meeting refuses words. */
const takes = ({ path, body }: Sent) =>
  Promise.resolve({
    data: {
      outcomes: body.entries.map(({ id }) =>
        path.id === 'refusing'
          ? { id, outcome: 'refused', code: 'too_short' }
          : { id, outcome: 'taken' },
      ),
    },
  }) as never;

beforeEach(async () => {
  await (await offline()).clear('outbox');
  add.mockReset().mockImplementation(takes);
});

test('what waits is sent meeting by meeting, and only what one noted oneself', async () => {
  await keep('road', 'ulan', { kind: 'pause' });
  await keep('road', 'ulan', { kind: 'decision', text: 'Water it.' });
  await keep('water', 'ulan', { kind: 'pause' });
  await keep('road', 'marina', { kind: 'pause' });
  expect(await keptByMeeting('ulan')).toEqual({ road: 2, water: 1 });
  expect(await sendAll('ulan')).toBe(true);
  const sent = add.mock.calls.map(([{ path, body }]) => [path.id, body.entries.length] as const);
  expect(sent).toHaveLength(2);
  expect(Object.fromEntries(sent)).toEqual({ road: 2, water: 1 });
  expect(await keptByMeeting('ulan')).toEqual({});
  expect(await keptByMeeting('marina')).toEqual({ road: 1 });
  expect(await sendAll('ulan')).toBe(false);
});

test('a meeting that takes nothing holds no other up, and what it refused is still counted', async () => {
  await keep('closed', 'ulan', { kind: 'pause' });
  await keep('refusing', 'ulan', { kind: 'decision', text: 'a' });
  await keep('road', 'ulan', { kind: 'pause' });
  add.mockImplementation((sent) =>
    sent.path.id === 'closed'
      ? (Promise.reject(new ApiProblem({ status: 409, code: 'day_closed' })) as never)
      : takes(sent),
  );
  await sendAll('ulan');
  expect(await keptByMeeting('ulan')).toEqual({ closed: 1, refusing: 1 });
  expect((await keptOf('closed', 'ulan')).waiting).toHaveLength(1);
  expect((await keptOf('refusing', 'ulan')).refused).toMatchObject([{ refusal: 'too_short' }]);
});
