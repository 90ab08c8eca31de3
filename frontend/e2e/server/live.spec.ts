import { expect, test } from '@playwright/test';
import { moveCase, openCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

test('who looks at a case sees what another does with it, without asking', async ({
  browser,
  request,
}) => {
  const { reference } = await raiseCase(request, `Жолдон чаң көтөрүлөт ${Date.now()}`);
  const ulan = await atTheDesk(browser, 'ulan', '/desk');
  await openCase(ulan, reference);
  const acknowledge = ulan.getByRole('button', { name: 'Tell them it was read' });
  await expect(acknowledge).toBeVisible();
  await moveCase(request, reference, [['marina', 'acknowledge', {}]]);
  // Nothing is clicked here, and the page is not loaded again.
  await expect(acknowledge).toBeHidden({ timeout: 10_000 });
});

test('where no stream comes through, the page asks from time to time', async ({
  browser,
  request,
}) => {
  test.setTimeout(60_000);
  const { reference } = await raiseCase(request, `Суу ылайланып калды ${Date.now()}`);
  const ulan = await atTheDesk(browser, 'ulan', '/desk');
  await ulan.route('**/api/v1/events*', (route) => route.abort());
  await openCase(ulan, reference);
  const acknowledge = ulan.getByRole('button', { name: 'Tell them it was read' });
  await expect(acknowledge).toBeVisible();
  await moveCase(request, reference, [['marina', 'acknowledge', {}]]);
  await expect(acknowledge).toBeHidden({ timeout: 30_000 });
});
