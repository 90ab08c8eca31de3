/** The modules a visitor without an account can reach: what a phone keeps for use without a network. */
export const publicModules = [
  'index.html',
  'src/shell/PublicShell.tsx',
  'src/features/welcome/WelcomePage.tsx',
  'src/features/welcome/AboutPage.tsx',
];

export const publicNamespaces = ['common', 'errors', 'grievances', 'shell', 'welcome'];

const languages = ['ky', 'ru', 'en'];

export const cataloguesOf = (namespaces: string[], only = languages) =>
  only.flatMap((language) => namespaces.map((name) => `src/i18n/${language}/${name}.json`));
