import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const routes = ['', 'about', 'v6_2-to-v6_3/rules', 'v6_2-to-v6_3/rules/cleanup-grants-renamed'];
const deskRoutes = ['', '/packages', '/schema', '/data-protection', '/breaking-changes', '/done'];

/** What light and dark can differ in is contrast; the rest is looked at once. */
const looks = [
  { name: 'in light', media: { colorScheme: 'light' }, rules: null },
  { name: 'in dark', media: { colorScheme: 'dark' }, rules: ['color-contrast'] },
  { name: 'in forced colours', media: { forcedColors: 'active' }, rules: ['color-contrast', 'link-in-text-block'] },
] as const;

async function complaintsAbout(page: Page, route: string, rules: readonly string[] | null): Promise<string[]> {
  await page.goto(`./#/${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return complaintsHere(page, route, rules);
}

async function complaintsHere(page: Page, where: string, rules: readonly string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(); // the page has no frames
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

for (const { name, media, rules } of looks) {
  test(`axe finds nothing on any route ${name}`, async ({ page, home, desk }) => {
    test.setTimeout(300_000); // axe takes a second for each route, and many on a busy machine
    await page.emulateMedia(media);
    await home.open();
    const complaints: string[] = [];
    for (const route of routes) complaints.push(...(await complaintsAbout(page, route, rules)));
    await page.goto('./#/');
    await home.trySample();
    await desk.isRead('harbour-shop.zip');
    for (const route of deskRoutes) complaints.push(...(await complaintsAbout(page, `v6_2-to-v6_3${route}`, rules)));
    expect(complaints).toEqual([]);
  });
}

test('axe finds nothing while reading, on a failure, in a finding, a question, and the keys', async ({
  page,
  home,
  desk,
  review,
}) => {
  test.setTimeout(300_000);
  const complaints: string[] = [];
  const look = async (where: string) => complaints.push(...(await complaintsHere(page, where, null)));
  await home.open();
  await home.giveFile('broken.zip', 'This is not an archive.');
  await page.getByRole('alert').waitFor();
  await look('failure');
  await page.getByRole('button', { name: 'Choose another file' }).click();

  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/*.wasm', async (route) => {
    await isHeld;
    await route.continue();
  });
  await home.trySample();
  await desk.heading('Reading harbour-shop.zip').waitFor();
  await look('reading');
  letGo();
  await desk.isRead('harbour-shop.zip');

  await desk.goTo('Schema');
  await review.select(/^ConfigurationDbContextModelSnapshot/);
  await review.shown.getByRole('tab', { name: 'SQL up' }).click();
  await look('finding with scripts');
  await review.select(/^What do existing clients get/);
  await look('question');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await look('keys');
  expect(complaints).toEqual([]);
});
