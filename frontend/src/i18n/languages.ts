import type { Language } from '@/api/generated';

export const languages = ['ky', 'ru', 'en'] as const satisfies readonly Language[];

/** Each language by its own name, so that whoever reads it can find it. */
export const languageNames: Record<Language, string> = {
  ky: 'Кыргызча',
  ru: 'Русский',
  en: 'English',
};

const key = 'language';

export const asLanguage = (value: string | null | undefined): Language | undefined =>
  languages.find((language) => language === value?.slice(0, 2).toLowerCase());

export function preferredLanguage(): Language {
  const fromBrowser = navigator.languages.map(asLanguage).find(Boolean);
  return asLanguage(localStorage.getItem(key)) ?? fromBrowser ?? 'ky';
}

/** Whether somebody has ever chosen a language here. */
export const hasChosenLanguage = () => asLanguage(localStorage.getItem(key)) !== undefined;

export const rememberLanguage = (language: Language) => localStorage.setItem(key, language);
