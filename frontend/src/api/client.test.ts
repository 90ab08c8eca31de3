import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { configureClient } from './client';
import { getMe, type Me, type Session } from './generated/public';
import { client } from './generated/public/client.gen';
import { forgetSession, keepSession } from './session';

const me: Me = {
  id: '0193a000-0000-7000-8000-000000000001',
  version: 1,
  name: 'Aigul',
  email: 'aigul@example.org',
  role: 'staff',
  language: 'ky',
  mail_wanted: false,
  organisation: { id: '0193a000-0000-7000-8000-000000000002', names: { ky: '', ru: '', en: '' } },
  places: [],
  programmes: [],
  second_factor: 'off',
  operations: [],
};
const session = (access_token: string): Session => ({ access_token, expires_in: 600, account: me });

let refreshes = 0;
const server = setupServer(
  http.post('*/api/v1/auth/refresh', ({ request }) => {
    refreshes += 1;
    expect(request.headers.get('X-Requested-With')).toBe('maslahat');
    return HttpResponse.json(session('new'));
  }),
  http.get('*/api/v1/me', ({ request }) =>
    request.headers.get('Authorization') === 'Bearer new'
      ? HttpResponse.json(me)
      : HttpResponse.json({ status: 401, code: 'unauthenticated' }, { status: 401 }),
  ),
);

beforeAll(() => {
  configureClient(client);
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  refreshes = 0;
  forgetSession();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('an expired token is renewed once for all the calls that it failed', async () => {
  keepSession(session('old'));
  const answers = await Promise.all([getMe(), getMe(), getMe()]);
  expect(answers.map(({ data }) => data.name)).toEqual(['Aigul', 'Aigul', 'Aigul']);
  expect(refreshes).toBe(1);
});

test('a fresh tab takes its token from the refresh cookie', async () => {
  expect((await getMe()).data.email).toBe('aigul@example.org');
  expect(refreshes).toBe(1);
});

test('a session that can’t be renewed ends as a problem, not as a loop', async () => {
  server.use(
    http.post('*/api/v1/auth/refresh', () =>
      HttpResponse.json({ status: 401, code: 'signed_out' }, { status: 401 }),
    ),
  );
  keepSession(session('old'));
  await expect(getMe()).rejects.toMatchObject({ status: 401, code: 'signed_out' });
});
