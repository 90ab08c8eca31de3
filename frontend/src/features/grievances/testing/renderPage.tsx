import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { vi } from 'vitest';
import { getMeQueryKey } from '@/api/generated/public/@tanstack/react-query.gen';
import cases from '@/i18n/en/cases.json';
import common from '@/i18n/en/common.json';
import errors from '@/i18n/en/errors.json';
import grievances from '@/i18n/en/grievances.json';
import protection from '@/i18n/en/protection.json';
import records from '@/i18n/en/records.json';
import sealed from '@/i18n/en/sealed.json';
import { me } from './records';

/** What the library asks of a browser and jsdom has not. */
function standIn() {
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  // jsdom has the element but not its modal behaviour.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}

/** Shows a part of the desk with a router, queries, words and a person signed in. */
export async function renderPage(page: ReactNode) {
  standIn();
  await i18next.use(initReactI18next).init({
    lng: 'en',
    defaultNS: 'common',
    resources: { en: { cases, common, errors, grievances, protection, records, sealed } },
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queryClient.setQueryData(getMeQueryKey(), me);
  const root = createRootRoute();
  const index = createRoute({ getParentRoute: () => root, path: '/', component: () => page });
  const router = createRouter({
    routeTree: root.addChildren([index]),
    history: createMemoryHistory(),
  });
  await router.load();
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, queryClient };
}
