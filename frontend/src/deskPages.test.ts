import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deskPages } from './deskPages';

/** What the routes of the desk ask for. */
const asked = readdirSync('src/routes/desk', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(`src/routes/desk/${name}`, 'utf8'))
  .flatMap((text) => [...text.matchAll(/deskPage\('([^']+)'\)/g)].map(([, file = '']) => file));

test('every page that a route of the desk names is there, and exported by that name', () => {
  expect(asked.length).toBeGreaterThan(70);
  for (const file of asked) {
    expect(Object.keys(deskPages)).toContain(`./features/${file}.tsx`);
    const name = file.replace(/^.*\//, '');
    expect(readFileSync(`src/features/${file}.tsx`, 'utf8'), file).toMatch(
      new RegExp(`export (function|const) ${name}\\b`),
    );
  }
});
