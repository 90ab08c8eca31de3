import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { moveCase, openCase, raiseCase } from './cases.ts';
import { type Person, people, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const cases = ['/desk', '/desk/grievances', '/desk/grievances/board', '/desk/grievances/map'];
const directory = ['organisations', 'sites', 'places', 'programmes'].map((name) => `/desk/${name}`);

/** What each role finds in its navigation, and the forms behind; the directory where it can be changed. */
const pagesOf: [Person, string[]][] = [
  ['cholpon', ['/desk/protection', '/desk/audit']],
  [
    'ainura',
    [...cases, '/desk/grievances/record', '/desk/grievances/calendar', '/desk/notifications'],
  ],
  [
    'ainura',
    [
      '/desk/grievances/call',
      '/desk/grievances/workload',
      '/desk/papers',
      '/desk/papers/new',
      '/desk/papers/enter',
    ],
  ],
  [
    'ainura',
    [
      '/desk/stakeholders',
      '/desk/stakeholders/new',
      '/desk/stakeholders?q=жоктой',
      '/desk/stakeholders/matrix',
      '/desk/mandates',
      '/desk/mandates/new',
      '/desk/stakeholders/graph',
      '/desk/engagements',
      '/desk/engagements/new',
    ],
  ],
  [
    'ainura',
    [
      '/desk/stakeholders/map',
      '/desk/stakeholders/doubles',
      '/desk/stakeholders/import',
      '/desk/impacts',
      '/desk/impacts/new',
      '/desk/impacts/heat-map',
      '/desk/impacts/here',
      '/desk/impact-rounds',
      '/desk/focus-groups',
      '/desk/focus-groups/new',
      '/desk/heard',
    ],
  ],
  ['ainura', ['/desk/meetings', '/desk/meetings/calendar', '/desk/meetings/new']],
  ['ainura', ['/desk/grant-calls', '/desk/grant-calls/new', '/desk/grant-applications']],
  ['community', ['/desk', '/desk/grant-applications', '/desk/grant-applications/new', '/grants']],
  ['company', [...cases, '/desk/heard']],
  [
    'admin',
    ['/desk', '/desk/audit', ...directory, '/desk/me', '/second-factor', '/second-factor/codes'],
  ],
  ['admin', directory.map((list) => `${list}/new`)],
  [
    'admin',
    ['accounts', 'invitations', 'invitations/new', 'api-keys', 'api-keys/new'].map(
      (page) => `/desk/${page}`,
    ),
  ],
  ['admin', ['/desk/holidays', '/desk/holidays/new', '/desk/mail']],
];

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, viewport: { width: 360, height: 740 } },
  { colorScheme, viewport: { width: 1280, height: 800 } },
]);

// A page that follows its record is never without a request under way.
test.beforeEach(({ context }) => context.route('**/api/v1/events*', (route) => route.abort()));

/** What is still coming is not what people read. */
async function expectSettled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^(Жүктөлүп жатат|Загружается|Loading)$/)).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

/** In light and dark, on a phone and on a desktop. */
async function expectAccessible(page: Page) {
  await expectSettled(page);
  for (const { colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const axe = new AxeBuilder({ page });
    // Colours alone differ in the dark.
    const rules = colorScheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(tags);
    const { violations } = await rules.analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      at: nodes.map(({ target }) => target),
    }));
    expect.soft(found, `${page.url()}, ${colorScheme}, ${viewport.width} wide`).toEqual([]);
  }
}

/** A case with everything on its page: a summary, an answer, a proposal. */
async function wholeCase(api: APIRequestContext) {
  const { reference } = await raiseCase(api, 'Жолдон чаң көтөрүлөт', { wish: 'Суу сепсин' });
  await moveCase(api, reference, [
    ['ainura', 'acknowledge', { message: 'Окудук' }],
    ['ainura', 'accept', { category: 'air_and_dust', severity: 'high', sensitivity: 'normal' }],
    ['ainura', 'summarise', { text: 'Жолдогу чаң.' }],
    ['ulan', 'release'],
    ['ainura', 'investigate'],
    ['company', 'answer', { body: 'Суу сээп баштадык.' }],
    ['ainura', 'propose', { remedy: 'Күнүнө эки жолу суу сээп турат.' }],
  ]);
  return reference;
}

for (const [person, paths] of pagesOf) {
  test(`${paths.length} pages of ${person} from ${paths[0]} have no violations`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await signIn(page, person);
    for (const path of paths) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
}

for (const person of ['ainura', 'company'] as const) {
  test(`a case as ${person} sees it has no violations`, async ({ page, request }) => {
    const reference = await wholeCase(request);
    await signIn(page, person);
    await openCase(page, reference);
    await expectAccessible(page);
  });
}

test('the page of a stakeholder and its dialogs have no violations', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, 'ainura', '/desk/stakeholders?consent=given');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.waitForURL(/stakeholders\/[0-9a-f-]{36}$/);
  await expectAccessible(page);
  for (const move of [/^(Баалоо|Кайра баалоо)$/, 'Макулдугун кайтарып алды']) {
    await page.getByRole('button', { name: move }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  }
  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await expectAccessible(page);
});

test('the dialog of a move has no violations', async ({ page, request }) => {
  const { reference } = await raiseCase(request, 'Көпүрө бузулду');
  await moveCase(request, reference, [['ainura', 'acknowledge']]);
  await signIn(page, 'ainura');
  await openCase(page, reference);
  await page.getByRole('button', { name: 'Кароого алуу' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('on a phone every button of the desk is within reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'ainura');
  for (const button of await page.getByRole('banner').getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('button', { name: people.ainura.name })).toBeInViewport({ ratio: 1 });
});
