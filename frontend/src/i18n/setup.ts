import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@/api/generated';
import { asLanguage, hasChosenLanguage, preferredLanguage, rememberLanguage } from './languages';

/** What people without an account read, and those who come to the desk's door. */
const catalogues = import.meta.glob<object>(
  './{ky,ru,en}/{case-errors,common,errors,grant-calls,grievances,identity,intake,leave,meeting-link,my-case,promises,second-factor,shell,verify,voice,welcome}.json',
  { import: 'default' },
);

const ofDesk = async () => (await import('./deskCatalogues')).deskCatalogues;

const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, namespace) {
    const path = `./${language}/${namespace}.json`;
    const load = catalogues[path] ?? (await ofDesk())[path];
    if (!load) throw new Error(`No catalogue ${language}/${namespace}`);
    return load() as Promise<Record<string, unknown>>;
  },
};

/**
 * All the words there are, for the desk. Were they fetched with each part that first needs them, the page would vanish
 * for that moment, and with it the focus of who has begun to type.
 */
export async function loadAllWords() {
  const paths = Object.keys({ ...catalogues, ...(await ofDesk()) });
  const namespaces = new Set(paths.map((path) => path.replace(/^.*\/|\.json$/g, '')));
  await i18next.loadNamespaces([...namespaces]);
}

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

/** Speaks the language in which somebody was written to, unless they have chosen another here. */
export async function greetIn(language: Language) {
  if (!hasChosenLanguage() && language !== i18next.language) await i18next.changeLanguage(language);
}
