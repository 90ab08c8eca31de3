import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

afterEach(cleanup);

/** jsdom has no Web Locks; within one test process a queue is the same promise. */
let last: Promise<unknown> = Promise.resolve();

vi.stubGlobal(
  'navigator',
  Object.assign(navigator, {
    locks: {
      request<T>(_name: string, task: () => Promise<T>): Promise<T> {
        const result = last.then(task, task);
        last = result;
        return result;
      },
    },
  }),
);
