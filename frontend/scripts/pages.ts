/** The modules a visitor without an account can reach: what a phone keeps for use without a network. */
export const publicModules = [
  'index.html',
  'src/shell/LeaveQuickly.tsx',
  'src/shell/PublicShell.tsx',
  'src/api/generated/public/zod.gen.ts',
  'src/features/intake/OutboxNotice.tsx',
  'src/features/welcome/WelcomePage.tsx',
  'src/features/welcome/AboutPage.tsx',
  'src/features/intake/RaisePage.tsx',
  'src/features/intake/questions/later.ts',
  'src/features/intake/ReceiptPage.tsx',
  'src/features/my-case/MyCasePage.tsx',
  'src/features/my-case/OwnReceipt.tsx',
  'src/features/grants/public/PublicCallPage.tsx',
  'src/features/grants/public/PublicCallsPage.tsx',
  'src/features/promises/PromisesPage.tsx',
  'src/features/verify/VerifyPage.tsx',
  'src/features/verify/readPicture.ts',
  'src/features/verify/signature.ts',
  'src/ui/qr.ts',
  'src/features/voice/VoiceRecorder.tsx',
];

export const publicNamespaces = [
  'common',
  'errors',
  'grant-calls',
  'grievances',
  'intake',
  'leave',
  'my-case',
  'promises',
  'shell',
  'verify',
  'voice',
  'welcome',
];

/** What those read who come to the desk's door. */
export const thresholdNamespaces = ['case-errors', 'identity', 'second-factor'];

const languages = ['ky', 'ru', 'en'];

export const cataloguesOf = (namespaces: string[], only = languages) =>
  only.flatMap((language) => namespaces.map((name) => `src/i18n/${language}/${name}.json`));

const parts =
  'ActionIcon|Alert|Box|Burger|Button|CloseButton|Container|Group|Input|InputBase|Loader|Paper|Stack|Text|Title|Transition|UnstyledButton';

const hooks =
  'callback-ref|color-scheme|did-update|id|isomorphic-effect|media-query|merged-ref|reduced-motion|uncontrolled';

/** Of the components: what is on every page. */
export const isFrame = (id: string) =>
  new RegExp(
    `/@mantine/(hooks/esm/(utils|use-(${hooks}))|core/esm/(core|components/(${parts})))/`,
  ).test(id);
