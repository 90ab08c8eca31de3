import { beforeEach, expect, test, vi } from 'vitest';
import type { GrantApplication } from '@/api/generated';
import { getGrantApplication, updateGrantApplication } from '@/api/generated';
import { ApiProblem } from '@/api/problem';
import { offline } from '@/offline/database';
import { keep, keptFor, sendKept } from '@/offline/kept';
import { type Draft, draftOf } from './draft';
import { applicationPort, sendApplications } from './port';

vi.mock('@/api/generated', () => ({
  getGrantApplication: vi.fn(),
  updateGrantApplication: vi.fn(),
}));

const id = '0190a1b2-0000-7000-8000-00000000000a';
const answer = <Data>(data: Data) => ({ data }) as never;

const application = (version: number, title: string) =>
  ({
    id,
    version,
    title,
    applicant_name: 'Барскоон суу тобу',
    summary: null,
    place: { id, names: { ky: 'Барскоон', ru: 'Барскоон', en: 'Barskoon' } },
    youth_led: false,
    women_led: false,
    lines: [],
    team: [],
    partners: [],
    follow_ups: [],
    answers: [],
  }) as unknown as GrantApplication;

const port = applicationPort(id, 'me');

const typed = async (title: string) => {
  const before = draftOf(application(1, 'Таза суу'));
  const value: Draft = { ...before, title };
  await keep(port.name, { value, base: 1, before, wanted: true });
};

beforeEach(async () => {
  vi.resetAllMocks();
  await (await offline()).clear('drafts');
});

test('what was typed without a network stays here, and goes once there is one', async () => {
  await typed('Таза суу айылга');
  vi.mocked(updateGrantApplication).mockRejectedValueOnce(
    new ApiProblem({ status: 0, code: 'unreachable' }),
  );
  await sendApplications('me');
  expect(await keptFor(port.name)).toMatchObject({ value: { title: 'Таза суу айылга' } });
  vi.mocked(updateGrantApplication).mockResolvedValueOnce(
    answer(application(2, 'Таза суу айылга')),
  );
  await sendApplications('me');
  expect(updateGrantApplication).toHaveBeenLastCalledWith(
    expect.objectContaining({ path: { id }, headers: { 'if-match': '"1"' } }),
  );
  expect(await keptFor(port.name)).toBeUndefined();
});

test('somebody else at this device sends nothing of it', async () => {
  await typed('Таза суу айылга');
  await sendApplications('somebody');
  expect(updateGrantApplication).not.toHaveBeenCalled();
});

test('a file that was added meanwhile is no conflict, and words of somebody else are one', async () => {
  await typed('Таза суу айылга');
  const stale = new ApiProblem({ status: 412, code: 'stale' });
  vi.mocked(updateGrantApplication)
    .mockRejectedValueOnce(stale)
    .mockResolvedValueOnce(answer(application(3, 'Таза суу айылга')));
  vi.mocked(getGrantApplication).mockResolvedValueOnce(answer(application(2, 'Таза суу')));
  expect(await sendKept(port)).toMatchObject({ kind: 'saved' });
  await typed('Таза суу айылга');
  vi.mocked(updateGrantApplication).mockRejectedValueOnce(stale);
  vi.mocked(getGrantApplication).mockResolvedValueOnce(answer(application(4, 'Жаңы көпүрө')));
  expect(await sendKept(port)).toMatchObject({
    kind: 'conflict',
    theirs: { title: 'Жаңы көпүрө' },
  });
});
