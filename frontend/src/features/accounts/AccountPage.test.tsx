import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import type { Account } from '@/api/generated';
import { getMeQueryKey } from '@/api/generated/public/@tanstack/react-query.gen';
import { renderPage } from '@/testing/renderPage';
import { AccountRecord } from './AccountPage';

const names = { ky: 'Ынтымак', ru: 'Ынтымак', en: 'Yntymak' };
const account: Account = {
  id: '0193a000-0000-7000-8000-000000000001',
  version: 1,
  name: 'Айнура',
  email: 'ainura@example.org',
  role: 'staff',
  language: 'ky',
  active: true,
  second_factor: 'on',
  organisation: { id: '0193a000-0000-7000-8000-000000000002', names },
  places: [],
  programmes: [],
  actions: ['update_account'],
};
const signedInAs = (id: string): Parameters<typeof renderPage>[1] => [
  [getMeQueryKey(), { id, operations: [] }],
];
const somebodyElse = signedInAs('0193a000-0000-7000-8000-000000000009');

beforeAll(() => {
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

test('closing an account asks first and says what follows', async () => {
  renderPage(<AccountRecord account={account} />, somebodyElse);
  await userEvent.click(await screen.findByRole('button', { name: 'close' }));
  expect(screen.getByText('close_consequences')).toBeVisible();
});

test('nobody closes their own account', async () => {
  renderPage(<AccountRecord account={account} />, signedInAs(account.id));
  await screen.findByRole('link', { name: 'records:edit' });
  expect(screen.queryByRole('button', { name: 'close' })).toBeNull();
});

test('what the API does not offer is not shown', async () => {
  renderPage(<AccountRecord account={{ ...account, actions: [] }} />, somebodyElse);
  await screen.findByRole('heading', { level: 1, name: 'Айнура' });
  expect(screen.queryByRole('link', { name: 'records:edit' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'close' })).toBeNull();
});
