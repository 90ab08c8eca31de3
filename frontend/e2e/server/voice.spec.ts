import { expect, test } from '@playwright/test';
import { openCase, raiseCase, village } from './cases.ts';
import { atTheDesk } from './people.ts';

// A microphone that hears a beep.
test.use({
  serviceWorkers: 'block',
  permissions: ['microphone'],
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
});

test('who can’t write says it: recorded, heard, recorded again, sent when there is a network', async ({
  page: phone,
  browser,
}) => {
  test.setTimeout(120_000);
  const next = () => phone.getByRole('button', { name: 'Улантуу' }).click();
  const record = async (button: string) => {
    await phone.getByRole('button', { name: button }).click();
    await expect(phone.getByText('Үн жазылып жатат')).toBeVisible();
    await expect(phone.getByRole('timer')).toHaveText('5:00 ичинен 0:02');
    await phone.getByRole('button', { name: 'Бүтүрүү' }).click();
    await expect(phone.getByLabel('Сиздин үнүңүз')).toBeVisible();
  };

  await phone.goto('/raise');
  await record('Үнүмдү жаздыруу');
  await phone.getByRole('button', { name: 'Өчүрүү', exact: true }).click();
  await expect(phone.getByLabel('Сиздин үнүңүз')).toBeHidden();
  await record('Үнүмдү жаздыруу');
  await record('Кайра жаздыруу');
  await expect
    .poll(() =>
      phone.getByLabel('Сиздин үнүңүз').evaluate((sound: HTMLAudioElement) => sound.error),
    )
    .toBeNull();

  await phone.reload();
  await expect(phone.getByLabel('Сиздин үнүңүз'), 'the draft keeps it').toBeVisible();
  await next();
  await phone.getByRole('searchbox').fill(village);
  await phone.getByRole('radio', { name: village }).first().check();
  await next();
  await next();
  await next();
  await phone.getByRole('radio', { name: 'Эч ким билбесин' }).check();
  await next();
  await next();
  await next();
  await expect(phone.getByText('Үн билдирүүсү')).toBeVisible();

  await phone.route('**/api/v1/my-case/attachments*', (route) =>
    route.abort('internetdisconnected'),
  );
  await phone.getByRole('button', { name: 'Жөнөтүү' }).click();
  await expect(
    phone.getByText('Кээ бир файлдар али жөнөтүлгөн жок.', { exact: false }),
  ).toBeVisible();
  const reference = String(await phone.getByText(/^MSL-\d{4}-\d{6}$/).textContent());
  await phone.unroute('**/api/v1/my-case/attachments*');
  await phone.getByRole('button', { name: 'Кайра аракет кылуу' }).click();
  await expect(phone.getByText('Баары жөнөтүлдү.')).toBeVisible();

  const staff = await atTheDesk(browser, 'ainura');
  await openCase(staff, reference);
  await expect(staff.getByText('Сөз үн билдирүүсүндө айтылган.')).toBeVisible();
  await expect(staff.getByText('Үндөн адамды тааныса болот.', { exact: false })).toBeVisible();
  await staff.getByRole('button', { name: 'voice.webm угуу' }).click();
  const sound = staff.getByLabel('voice.webm', { exact: true });
  await expect(sound).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => sound.evaluate((element: HTMLAudioElement) => element.currentTime))
    .toBeGreaterThan(0);
});

test('a recording is added to a case that is open, and can be heard there', async ({
  page: phone,
}) => {
  await phone.goto('/raise');
  const { code } = await raiseCase(phone.request, 'Арыктын суусу кызарып калды, мал ичпейт.');
  await phone.goto('/my-case');
  await phone.getByLabel('Жашыруун код').fill(code);
  await phone.getByRole('button', { name: 'Ачуу' }).click();
  await phone.getByRole('button', { name: 'Үнүмдү жаздыруу' }).click();
  await expect(phone.getByRole('timer')).toHaveText('5:00 ичинен 0:01');
  await phone.getByRole('button', { name: 'Бүтүрүү' }).click();
  await phone.getByRole('button', { name: 'Үндү жөнөтүү' }).click();
  await expect(phone.getByText('Үнүңүз жөнөтүлдү.')).toBeVisible();
  await phone.getByRole('button', { name: 'voice.webm угуу' }).click();
  await expect(phone.getByLabel('voice.webm', { exact: true })).toHaveAttribute('src', /^blob:/);
});
