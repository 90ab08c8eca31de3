import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { readManifest, withStaticImports } from './chunks.ts';
import { cataloguesOf } from './pages.ts';

const root = `${process.cwd()}/`;
const shell = ['index.html', 'src/shell/PublicShell.tsx'];
const shellCatalogues = ['common', 'errors', 'shell'];

/** What a first visit to a page downloads, in kB of gzipped JavaScript. */
function firstLoad(page: string, catalogue: string): number {
  const catalogues = cataloguesOf([...shellCatalogues, catalogue], ['ky']);
  const chunks = withStaticImports(readManifest(`${root}dist`), [...shell, page, ...catalogues]);
  const bytes = chunks
    .filter(({ file }) => file.endsWith('.js'))
    .map(({ file }) => gzipSync(readFileSync(`${root}dist/${file}`)).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

beforeAll(() => {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', 'build'], { cwd: root, env, stdio: 'pipe' });
}, 180_000);

test.each([
  ['src/features/identity/SignInPage.tsx', 'identity', 190],
  ['src/features/intake/RaisePage.tsx', 'intake', 200],
])('%s loads within its limit', (page, catalogue, limit) => {
  expect(firstLoad(page, catalogue)).toBeLessThanOrEqual(limit);
});
