import { expect, test } from 'vitest';
import { flatten, missing, splitPlural, usedKeys } from './catalogueKeys';

test('nested texts become dotted keys', () => {
  expect(flatten({ a: 'x', b: { c: 'y' } })).toEqual({ a: 'x', 'b.c': 'y' });
});

test('a plural ending is no part of the key', () => {
  expect(splitPlural('case_few')).toEqual({ base: 'case', suffix: 'few' });
  expect(splitPlural('case_title')).toEqual({ base: 'case_title', suffix: undefined });
});

test('a key missing from its namespace is found, a dynamic one by its fixed part', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the source is the test's data
  const source = [
    "const { t } = useTranslation('intake');",
    "t('title'); t('lost'); t(`step.${step}`); t(`nowhere.${step}`); t('common:close');",
  ].join('\n');
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the source is the test's data
  const known = new Map([
    ['intake', ['title', 'step.what']],
    ['common', ['close']],
  ]);
  expect(missing(usedKeys(source), known)).toEqual(['intake:lost', 'intake:nowhere.*']);
});
