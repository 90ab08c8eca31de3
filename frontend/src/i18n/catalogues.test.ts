import { expect, test } from 'vitest';
import { languages } from './languages';
import { flatten, missing, splitPlural, usedKeys } from './testing/catalogueKeys';

const catalogues = import.meta.glob<object>('./{ky,ru,en}/*.json', {
  eager: true,
  import: 'default',
});
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const code = Object.entries(sources).filter(([path]) => !/\.test\.|generated|routeTree/.test(path));

const namespacesOf = (language: string) =>
  Object.keys(catalogues)
    .filter((path) => path.startsWith(`./${language}/`))
    .map((path) => path.replace(`./${language}/`, '').replace('.json', ''))
    .sort();

const keysOf = (language: string, namespace: string) =>
  flatten(catalogues[`./${language}/${namespace}.json`] as object);

test('every language has the same catalogues', () => {
  expect(namespacesOf('ky')).toEqual(namespacesOf('en'));
  expect(namespacesOf('ru')).toEqual(namespacesOf('en'));
});

test.each(namespacesOf('en'))('the three %s catalogues have the same keys', (namespace) => {
  const [ky, ru, en] = languages.map((language) => [
    ...new Set(Object.keys(keysOf(language, namespace)).map((key) => splitPlural(key).base)),
  ]);
  expect(ky?.sort()).toEqual(en?.sort());
  expect(ru?.sort()).toEqual(en?.sort());
});

test.each(namespacesOf('en'))('the three %s catalogues take the same values', (namespace) => {
  const holes = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();
  const [ky = {}, ru = {}, en = {}] = languages.map((language) => keysOf(language, namespace));
  for (const [key, text] of Object.entries(en)) {
    if (splitPlural(key).suffix) continue;
    expect({ key, holes: holes(ky[key] ?? '') }).toEqual({ key, holes: holes(text) });
    expect({ key, holes: holes(ru[key] ?? '') }).toEqual({ key, holes: holes(text) });
  }
});

test('plurals: Russian has three forms, Kyrgyz one that needs no rule of the browser', () => {
  for (const namespace of namespacesOf('en')) {
    const russian = Object.keys(keysOf('ru', namespace)).map(splitPlural);
    for (const { base } of russian.filter(({ suffix }) => suffix)) {
      const forms = russian.filter((key) => key.base === base).map(({ suffix }) => suffix);
      expect({ base, forms: forms.sort() }).toEqual({ base, forms: ['few', 'many', 'one'] });
      expect(Object.keys(keysOf('ky', namespace))).toContain(base);
    }
  }
});

test('no text is empty', () => {
  for (const [path, catalogue] of Object.entries(catalogues)) {
    for (const [key, text] of Object.entries(flatten(catalogue))) {
      expect(text.trim(), `${path} ${key}`).not.toBe('');
    }
  }
});

test('every key that the code names is in the catalogues', () => {
  const known = new Map(
    namespacesOf('en').map((namespace) => [namespace, Object.keys(keysOf('en', namespace))]),
  );
  const unknown = code.flatMap(([path, source]) =>
    missing(usedKeys(source), known).map((key) => `${path}: ${key}`),
  );
  expect(unknown).toEqual([]);
});
