import type { VitePWAOptions } from 'vite-plugin-pwa';
import { readManifest, withStaticImports } from './chunks.ts';
import { cataloguesOf, publicModules, publicNamespaces } from './pages.ts';

/** The public pages only: a herder's phone should not download the staff's screens. */
function publicFiles(dist: string): Set<string> {
  const manifest = readManifest(dist);
  const modules = [...publicModules, ...cataloguesOf(publicNamespaces)];
  const chunks = withStaticImports(manifest, modules);
  return new Set(chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]));
}

const alwaysKept = /^(index\.html|icon\.svg|manifest\.webmanifest)$/;

export const offlineAppShell: Partial<VitePWAOptions> = {
  registerType: 'autoUpdate',
  injectRegister: false,
  manifest: {
    name: 'Маслахат',
    short_name: 'Маслахат',
    lang: 'ky',
    start_url: '/',
    display: 'standalone',
    background_color: '#faf9f6',
    theme_color: '#164f6e',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,woff2}'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|docs|health|openapi\.json|metrics)/],
    clientsClaim: true,
    skipWaiting: true,
    cleanupOutdatedCaches: true,
    manifestTransforms: [
      async (entries) => {
        const kept = publicFiles('dist');
        const manifest = entries.filter(({ url }) => kept.has(url) || alwaysKept.test(url));
        return { manifest, warnings: [] };
      },
    ],
  },
};
