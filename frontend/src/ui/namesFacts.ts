import type { Names } from '@/api/generated';
import { languageNames, languages } from '@/i18n/languages';
import { useLanguage } from '@/i18n/useLanguage';

/** A name in the languages that the page's title does not show. */
export function useNamesFacts(names: Names) {
  const current = useLanguage();
  return languages
    .filter((language) => language !== current)
    .map((language) => ({ label: languageNames[language], value: names[language] }));
}
