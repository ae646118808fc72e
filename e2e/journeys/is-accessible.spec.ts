import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const routes = ['', 'about', 'v6_2-to-v6_3/rules', 'v6_2-to-v6_3/rules/cleanup-grants-renamed'];
const deskRoutes = ['', '/packages', '/schema', '/data-protection', '/breaking-changes', '/done'];

async function expectClean(page: Page, route: string): Promise<void> {
  await page.goto(`./#/${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze(); // the page has no frames
  const found = violations.map(
    ({ id, nodes }) => `${route}: ${id} at ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
  test.describe(JSON.stringify(look), () => {
    test.use(look);

    test('axe finds nothing on any route', async ({ page, home, desk }) => {
      await home.open();
      for (const route of routes) await expectClean(page, route);
      await page.goto('./#/');
      await home.trySample();
      await desk.isRead('harbour-shop.zip');
      for (const route of deskRoutes) await expectClean(page, `v6_2-to-v6_3${route}`);
    });
  });
}
