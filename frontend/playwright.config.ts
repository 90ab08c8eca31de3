import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 5190);
const preview = `http://127.0.0.1:${port}`;
/** A running server with the demonstration in it, as `scripts/with-server` gives it. */
const server = process.env.MASLAHAT_PUBLIC_URL;
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * Runs the built app. The public pages' tests answer the API themselves; those in `e2e/server` need a
 * server and are left out where there is none.
 */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: server ? [] : 'server/**',
  fullyParallel: true,
  workers: 2,
  // Two browsers and a server share small machines.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: server ?? preview,
    locale: 'ky-KG',
    viewport: { width: 360, height: 740 },
    launchOptions: {
      executablePath: chromium,
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: server
    ? undefined
    : {
        command: `npm run build && npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
        url: preview,
        reuseExistingServer: true,
        timeout: 120_000,
      },
});
