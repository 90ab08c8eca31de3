import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { isFrame, publicModules, publicNamespaces, thresholdNamespaces } from './scripts/pages.ts';
import { offlineAppShell } from './scripts/pwa.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:8080';
const proxy = Object.fromEntries(
  ['/api', '/openapi.json', '/docs', '/health'].map((path) => [path, { target: api }]),
);

/** The browser tests run under the policy that the deployment sets. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Hardly anybody's first page: one follows the form, the others are kept since any visit before. */
const isLater = (path: string) => /(Receipt|Verify|Promises|PublicCalls?)Page\.tsx$/.test(path);
const publicPages = publicModules.filter((path) => path.endsWith('Page.tsx') && !isLater(path));
const isNamed = (chunk: string) =>
  chunk === 'vendor' || publicPages.some((path) => basename(path, '.tsx') === chunk);
const publicChunks = publicPages.map((path) => `/${basename(path, '.tsx')}-`);

/**
 * The first download names what each page needs, so that a phone fetches it all at once. The desk names looks only: its
 * pages would make a long list.
 */
const withoutDeskModules = (chunk: string, needed: string[]) =>
  publicChunks.some((name) => chunk.includes(name))
    ? needed
    : needed.filter((file) => file.endsWith('.css'));

const isDeskCatalogue = (id: string, language: string) =>
  id.includes(`/src/i18n/${language}/`) &&
  ![...publicNamespaces, ...thresholdNamespaces].includes(basename(id, '.json'));

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: false }),
    react(),
    VitePWA(offlineAppShell),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy },
  preview: { proxy, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  build: {
    manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: withoutDeskModules },
    rolldownOptions: {
      // A schema that nobody imports goes, and with it what only it needs of zod.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        // The first download names every page of the desk: by their hashes alone, that is shorter.
        chunkFileNames: ({ name }) =>
          isNamed(name) ? 'assets/[name]-[hash].js' : 'assets/[hash].js',
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              // Lists that load more are the desk's alone.
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next)[\\/](?!.*infinite)/i,
            },
            // What the first pages are made of: in one file it is packed best.
            { name: 'frame', test: isFrame },
            // The desk takes all its words at once.
            ...['ky', 'ru', 'en'].map((language) => ({
              name: `words-${language}`,
              test: (id: string) => isDeskCatalogue(id, language),
            })),
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['{src,scripts}/**/*.test.{ts,tsx}'],
    css: false,
    // A page renders slowly on a machine that is busy with a build.
    testTimeout: 30_000,
  },
});
