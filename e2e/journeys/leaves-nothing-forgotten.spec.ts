import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ home, desk }) => {
  await home.open();
  await home.trySample();
  await desk.isRead('harbour-shop.zip');
});

test('says that a family is raised in part, where it is decided and before it is taken home', async ({
  page,
  desk,
  review,
  delivery,
}) => {
  const told = page.getByRole('region', { name: 'A mixed family' });
  const store = /Duende\.IdentityServer\.EntityFramework/;
  await desk.goTo('Packages');
  await expect(told).toBeHidden();
  await review.acceptSafe.click();
  await expect(desk.step('Packages')).toContainText('done');
  await expect(told).toBeHidden();
  await review.select(store);
  await review.button('Decline').click();
  await expect(told).toContainText('NU1605');
  await desk.goTo('Done');
  await expect(told).toContainText('drops what clients have set for DPoP');
  await expect(delivery.declined.getByRole('link', { name: store })).toBeVisible();
  await told.getByRole('link', { name: store }).click();
  await review.button('Accept').click();
  await desk.goTo('Done');
  await expect(delivery.takeHome).toBeVisible();
  await expect(told).toBeHidden();
  await expect(delivery.declined).toBeHidden();
});

test('lists what is declined and what is left for a person, each with its link', async ({ desk, review, delivery }) => {
  await desk.goTo('Breaking changes');
  await review.select(/^NightlyGrantSweep/);
  await review.button('By hand').click();
  await desk.goTo('Packages');
  await review.declineAllOpen();
  await desk.goTo('Done');
  await expect(
    delivery.left.getByRole('listitem').filter({ hasText: /needs you · .*NightlyGrantSweep/ }),
  ).toBeVisible();
  await delivery.declined.getByRole('link').first().click();
  await expect(desk.heading('Update NuGet packages')).toBeVisible();
  await expect(review.shown).toContainText('declined', { ignoreCase: true });
});

test('shows the whole change, file by file, and axe finds nothing there', async ({ page, desk, delivery }) => {
  test.setTimeout(120_000);
  await desk.goTo('Done');
  await expect(delivery.wholeChange).toContainText('No file changes');
  await page.getByRole('link', { name: /overview$/ }).click();
  await desk.acceptAllSafe.click();
  await desk.goTo('Done');
  const report = JSON.parse((await delivery.download(/report\.json$/)).toString('utf8')) as {
    changes: { path: string }[];
  };
  const files = delivery.wholeChange.getByRole('group').filter({ has: page.locator('summary') });
  await expect(files).toHaveCount(report.changes.length);
  const project = files.filter({ hasText: 'src/HarbourShop.Identity/HarbourShop.Identity.csproj' });
  await expect(project.getByRole('table')).toBeHidden();
  await project.getByText('HarbourShop.Identity.csproj').click();
  await expect(project.getByRole('row', { name: /added .*Version="6\.3\.10"/ }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('refuses an answer of another form at its field, and takes a fitting one', async ({ page, desk, review }) => {
  await desk.goTo('Schema');
  await review.select(/^Which time should the migration carry/);
  const field = review.shown.getByRole('textbox', { name: 'Your answer' });
  await field.fill('tomorrow');
  await review.button('Answer').click();
  await expect(field).toHaveAccessibleDescription(/Write it as 14 digits/);
  await expect(desk.undo).toBeDisabled();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await field.fill('20240131235959');
  await review.button('Answer').click();
  await expect(review.button('Take the answer back')).toBeVisible();
  await expect(field).toHaveValue('20240131235959');
});
