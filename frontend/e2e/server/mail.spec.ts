import { expect, test } from '@playwright/test';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

test('somebody asks to be told by e-mail, and an administrator sees that none can be sent yet', async ({
  browser,
}) => {
  const ulan = await atTheDesk(browser, 'ulan', '/desk/me');
  const wish = ulan.getByRole('checkbox', { name: 'Tell me by e-mail when something waits' });
  await expect(wish).not.toBeChecked();
  await wish.check();
  await ulan.getByRole('button', { name: 'Save' }).first().click();
  await ulan.reload();
  await expect(wish).toBeChecked();

  const admin = await atTheDesk(browser, 'admin', '/desk/mail');
  await expect(admin.getByText('Письма пока отправить нельзя')).toBeVisible();
  await admin.getByLabel('Состояние').selectOption('Не отправлено');
  await expect(admin).toHaveURL(/state=given_up/);

  await wish.uncheck();
  await ulan.getByRole('button', { name: 'Save' }).first().click();
  await ulan.reload();
  await expect(wish).not.toBeChecked();
});
