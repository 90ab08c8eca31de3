import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { publicModules } from '../../scripts/pages';

const pages = [
  ...publicModules.filter((path) => path.endsWith('.tsx')),
  'src/features/identity/SignInPage.tsx',
  'src/features/identity/InvitationPage.tsx',
];
const endings = ['.ts', '.tsx', '/index.ts'];

function fileOf(specifier: string, from: string): string | undefined {
  const base = specifier.startsWith('@/')
    ? resolve('src', specifier.slice(2))
    : resolve(dirname(from), specifier);
  return endings.map((ending) => base + ending).find(existsSync);
}

function withImports(paths: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [, specifier = ''] of readFileSync(path, 'utf8').matchAll(
      /from '([@.]\/?[^']+)'/g,
    )) {
      const file = fileOf(specifier, path);
      if (file) visit(file);
    }
  };
  paths.map((path) => resolve(path)).forEach(visit);
  return seen;
}

const componentsIn = (source: string) =>
  [...source.matchAll(/import {([^}]+)} from '@mantine\/core'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => existsSync(`node_modules/@mantine/core/styles/${name}.layer.css`));

test('every component of the library that a public page uses has its sheet loaded', () => {
  const sheets = readFileSync('src/theme/styles.ts', 'utf8');
  const used = [...withImports(pages)].flatMap((path) => componentsIn(readFileSync(path, 'utf8')));
  expect(used).toContain('Button');
  expect(used.filter((name) => !sheets.includes(`/${name}.layer.css`))).toEqual([]);
});
