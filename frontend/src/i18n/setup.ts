import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@/api/generated';
import { asLanguage, preferredLanguage, rememberLanguage } from './languages';

const catalogues = import.meta.glob<object>('./{ky,ru,en}/*.json', { import: 'default' });

const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, namespace) {
    const load = catalogues[`./${language}/${namespace}.json`];
    if (!load) throw new Error(`No catalogue ${language}/${namespace}`);
    return load() as Promise<Record<string, unknown>>;
  },
};

const namespaces = [
  ...new Set(Object.keys(catalogues).map((path) => path.replace(/^.*\/|\.json$/g, ''))),
];

/**
 * All the words there are, for the desk. Were they fetched with each part that first needs them, the page would vanish
 * for that moment, and with it the focus of who has begun to type.
 */
export const loadAllWords = () => i18next.loadNamespaces(namespaces);

const markDocument = (language: string) => {
  document.documentElement.lang = language;
};

export async function setUpLanguages() {
  i18next.on('languageChanged', markDocument);
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      load: 'currentOnly',
      fallbackLng: false,
      ns: ['common', 'errors'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
}

export const currentLanguage = (): Language => asLanguage(i18next.language) ?? 'ky';

export async function chooseLanguage(language: Language) {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
