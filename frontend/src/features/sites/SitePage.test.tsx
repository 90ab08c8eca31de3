import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Site } from '@/api/generated';
import { getPlaceQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { getMeQueryKey } from '@/api/generated/public/@tanstack/react-query.gen';
import { renderPage } from '@/testing/renderPage';
import { SiteRecord } from './SitePage';

const names = { ky: 'Ак-Суу', ru: 'Ак-Суу', en: 'Ak-Suu' };
const place = { id: '0193a000-0000-7000-8000-000000000003', names };
const site: Site = {
  id: '0193a000-0000-7000-8000-000000000001',
  version: 1,
  names,
  organisation: { id: '0193a000-0000-7000-8000-000000000002', names },
  place,
  licence_number: 'MSL-1',
  mineral: 'gold',
  stage: 'production',
  actions: [],
};
const answers: Parameters<typeof renderPage>[1] = [
  [getMeQueryKey(), { operations: [] }],
  [getPlaceQueryKey({ path: { id: place.id } }), { ...place, level: 'village' }],
];

test('who may only read a site is offered no change', async () => {
  renderPage(<SiteRecord site={site} />, answers);
  expect(await screen.findByRole('heading', { level: 1, name: 'Ак-Суу' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'records:edit' })).toBeNull();
});

test('who may change a site is led to the form', async () => {
  renderPage(<SiteRecord site={{ ...site, actions: ['update_site'] }} />, answers);
  const edit = await screen.findByRole('link', { name: 'records:edit' });
  expect(edit).toHaveAttribute('href', `/desk/sites/${site.id}/edit`);
});
