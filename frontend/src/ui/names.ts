import { useCallback } from 'react';
import type { Language, Names } from '@/api/generated';
import { useLanguage } from '@/i18n/useLanguage';

export const nameIn = (names: Names, language: Language) => names[language];

export function useName() {
  const language = useLanguage();
  return useCallback((names: Names) => nameIn(names, language), [language]);
}
