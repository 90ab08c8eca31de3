import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { configureClient } from '@/api/client';
import type { IdentityGrant, StaffGrievance } from '@/api/generated';
import { client } from '@/api/generated/client.gen';
import { keepSession } from '@/api/session';
import { me, staffCase } from '../../testing/records';
import { renderPage } from '../../testing/renderPage';
import { IdentityBlock } from './IdentityBlock';

const server = setupServer();

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  configureClient(client);
  keepSession({ access_token: 'token', expires_in: 600, account: me });
});
afterEach(() => {
  server.resetHandlers();
  vi.useRealTimers();
});
afterAll(() => server.close());

const sealed: StaffGrievance = {
  ...staffCase,
  identity: 'sealed',
  actions: ['open_identity'],
};
const name = 'Айгүл Асанова';
const inAQuarter = () => new Date(Date.now() + 15 * 60_000).toISOString();

/** A server that keeps grants and opens the name to who has one. */
function withGrants(grants: IdentityGrant[] = []) {
  const asked: unknown[] = [];
  const grant = (reason: string): IdentityGrant => ({
    id: `0193a000-0000-7000-8000-00000000009${grants.length}`,
    purpose: 'contact',
    reason,
    by: { id: me.id, name: me.name },
    granted_at: new Date().toISOString(),
    ends_at: inAQuarter(),
    looks: 0,
  });
  server.use(
    http.get('*/identity/grants', () => HttpResponse.json({ items: grants })),
    http.post('*/identity/grants', async ({ request }) => {
      const body = (await request.json()) as { reason: string };
      asked.push(body);
      grants.unshift(grant(body.reason));
      return HttpResponse.json(grants[0], { status: 201 });
    }),
    http.get('*/identity', () =>
      HttpResponse.json({ name, contact: '+996 555 00 11 22', ends_at: grants[0]?.ends_at }),
    ),
    http.delete('*/identity', () => {
      grants.splice(0, grants.length);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return asked;
}

async function openIt() {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Open the name and contact' }));
  await user.type(screen.getByLabelText(/Why now/), 'She asked to be called.');
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText(name)).toBeInTheDocument();
  return user;
}

test('a name opens for a reason, with a number to call, and counts down', async () => {
  const asked = withGrants();
  await renderPage(<IdentityBlock record={sealed} />);
  expect(screen.queryByText(name)).not.toBeInTheDocument();
  await openIt();
  expect(asked).toEqual([{ purpose: 'contact', reason: 'She asked to be called.' }]);
  expect(screen.getByRole('link', { name: '+996 555 00 11 22' })).toHaveAttribute(
    'href',
    'tel:+996555001122',
  );
  expect(screen.getByRole('timer')).toHaveTextContent(/1[45]:\d\d/);
});

test('without a reason nothing is asked', async () => {
  const asked = withGrants();
  const user = userEvent.setup();
  await renderPage(<IdentityBlock record={sealed} />);
  await user.click(screen.getByRole('button', { name: 'Open the name and contact' }));
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(asked).toEqual([]);
});

test('nothing of a name is left in the query cache, nor on the page once it is closed', async () => {
  withGrants();
  const { queryClient, container } = await renderPage(<IdentityBlock record={sealed} />);
  const user = await openIt();
  const cached = () =>
    JSON.stringify([
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ]);
  expect(cached()).not.toContain(name);
  await user.click(screen.getByRole('button', { name: 'Close now' }));
  expect(container.innerHTML).not.toContain(name);
  expect(cached()).not.toContain(name);
});

test('it closes by itself when the time is over', async () => {
  withGrants();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  await renderPage(<IdentityBlock record={sealed} />);
  await user.click(screen.getByRole('button', { name: 'Open the name and contact' }));
  await user.type(screen.getByLabelText(/Why now/), 'She asked to be called.');
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText(name)).toBeInTheDocument();
  await act(() => vi.advanceTimersByTimeAsync(14 * 60_000));
  expect(screen.getByText(name)).toBeInTheDocument();
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  expect(screen.queryByText(name)).not.toBeInTheDocument();
});

test('whoever does not look after the case is told who opens it', async () => {
  withGrants();
  await renderPage(<IdentityBlock record={{ ...sealed, actions: [] }} />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.getByText(/Only the person who takes care of the case/)).toBeInTheDocument();
});

test('a page that is loaded anew shows the name again while the grant lasts', async () => {
  withGrants([
    {
      id: '0193a000-0000-7000-8000-000000000099',
      purpose: 'contact',
      reason: 'She asked to be called.',
      by: { id: me.id, name: me.name },
      granted_at: new Date().toISOString(),
      ends_at: inAQuarter(),
      looks: 1,
    },
  ]);
  const user = userEvent.setup();
  await renderPage(<IdentityBlock record={sealed} />);
  await user.click(await screen.findByRole('button', { name: 'Show again' }));
  expect(await screen.findByText(name)).toBeInTheDocument();
});
