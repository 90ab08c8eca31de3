import { expect, test } from '@playwright/test';
import { raiseCase } from './cases.ts';
import { people, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

const looks = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

const words = {
  ainura: { open: 'Ачык', nobody: 'Али эч кимде эмес', all: /^(\d+) кайрылуу|\d/ },
  marina: { open: 'Открыто', nobody: 'Пока ни у кого', all: /\d/ },
} as const;

for (const person of ['ainura', 'marina'] as const) {
  for (const viewport of looks) {
    test(`each number leads ${person} to its cases, ${viewport.width} wide`, async ({ page }) => {
      const say = words[person];
      await page.setViewportSize(viewport);
      await raiseCase(page.request, 'Жолдо чаң көп, эч кимде жок иш');
      await signIn(page, person, '/desk/grievances/workload');
      const nobody = page.getByRole('link', { name: new RegExp(`^${say.nobody}, ${say.open}: `) });
      const count = Number((await nobody.textContent())?.replace(/\D/g, ''));
      expect(count).toBeGreaterThan(0);
      await nobody.click();
      await expect(page).toHaveURL(/unassigned=true/);
      await expect(page).toHaveURL(/open=true/);
      await expect(page.getByRole('main')).toContainText(String(count));
      await page.goBack();
      const own = page.getByRole('link', {
        name: new RegExp(`^${people[person].name}, ${say.open}: `),
      });
      await own.click();
      await expect(page).toHaveURL(/mine=true/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
}
