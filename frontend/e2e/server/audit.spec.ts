import { expect, test } from '@playwright/test';
import { moveCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

test('the trail shows an administrator the office and no case, and a focal point both', async ({
  browser,
  request,
}) => {
  const { reference } = await raiseCase(request, 'Жолдон чаң көтөрүлөт');
  await moveCase(request, reference, [['ainura', 'acknowledge']]);

  const admin = await atTheDesk(browser, 'admin', '/desk/audit');
  const table = admin.getByRole('table');
  await expect(table.getByText('Вход').first()).toBeVisible();
  await expect(table.getByText('Подано обращение')).toHaveCount(0);
  await expect(table.getByText(/MSL-/)).toHaveCount(0);

  const focal = await atTheDesk(browser, 'cholpon', '/desk/audit');
  const line = focal.getByRole('row').filter({ hasText: reference }).first();
  await expect(line).toBeVisible();
  await expect(line.getByText('Айнура Сатарова')).toBeVisible();
});
