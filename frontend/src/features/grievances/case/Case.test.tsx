import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { configureClient } from '@/api/client';
import { client } from '@/api/generated/client.gen';
import { keepSession } from '@/api/session';
import { me, respondentCase, staffCase } from '../testing/records';
import { renderPage } from '../testing/renderPage';
import { RespondentCase } from './RespondentCase';
import { StaffCase } from './StaffCase';

const server = setupServer();

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  configureClient(client);
  keepSession({ access_token: 'token', expires_in: 600, account: me });
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const moves = () =>
  within(screen.getByRole('group', { name: 'What you can do now' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

test('staff are offered the moves in the actions and no others', async () => {
  await renderPage(<StaffCase record={staffCase} />);
  expect(moves()).toEqual(['Propose a solution', 'Assign it']);
  expect(screen.queryByText('Whom do you write to?')).not.toBeInTheDocument();
});

test('without actions there is nothing to press', async () => {
  await renderPage(<StaffCase record={{ ...staffCase, actions: [] }} />);
  expect(screen.queryByRole('group')).not.toBeInTheDocument();
});

test('who wrote the summary is told that somebody else must release it', async () => {
  await renderPage(<StaffCase record={staffCase} />);
  expect(screen.getByText(/Another member of staff must check/)).toBeInTheDocument();
});

test('a respondent sees the summary, the district and the month, and may answer', async () => {
  await renderPage(<RespondentCase record={respondentCase} />);
  expect(screen.getByText('Dust on a public road near the site')).toBeInTheDocument();
  expect(screen.getByText('Jeti-Oguz')).toBeInTheDocument();
  expect(screen.getByText('November 2026')).toBeInTheDocument();
  expect(moves()).toEqual(['Answer']);
});

test('a message can go nowhere before its reader is chosen', async () => {
  const user = userEvent.setup();
  await renderPage(<StaffCase record={{ ...staffCase, actions: ['message_grievance'] }} />);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('radio', { name: /To the company/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: /Internal note/ }));
  expect(screen.getByRole('button', { name: 'Save the note' })).toBeInTheDocument();
});

test('after a stale edit both versions are shown and mine is sent over the latest', async () => {
  const versions: (string | null)[] = [];
  const latest = { ...staffCase, version: 5, proposal: { remedy: 'Close the road at night' } };
  server.use(
    http.get('*/grievances/:id', () => HttpResponse.json(latest)),
    http.post('*/grievances/:id/propose', ({ request }) => {
      versions.push(request.headers.get('if-match'));
      if (versions.length > 1) return HttpResponse.json({ ...latest, version: 6 });
      const stale = { status: 412, code: 'stale', title: 'Stale', request_id: 'r' };
      return HttpResponse.json(stale, { status: 412 });
    }),
  );
  const user = userEvent.setup();
  await renderPage(<StaffCase record={staffCase} />);
  await user.click(screen.getByRole('button', { name: 'Propose a solution' }));
  await user.type(screen.getByLabelText(/What will be done/), 'Water the road every day');
  await user.click(screen.getByRole('button', { name: 'Propose' }));
  expect(await screen.findByText('Close the road at night')).toBeInTheDocument();
  expect(screen.getByText('Water the road every day')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save mine' }));
  await expect.poll(() => versions).toEqual(['"4"', '"5"']);
});
