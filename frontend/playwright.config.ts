import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 5190);
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Runs the built app; the API's answers come from the tests themselves. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
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
  webServer: {
    command: `npm run build && npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: true,
    timeout: 120_000,
  },
});
