import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ home, desk }) => {
  await home.open();
  await home.trySample();
  await desk.isRead('harbour-shop.zip');
});

test('a step begins with what it is about and leads on to what is open', async ({ desk, review }) => {
  await desk.goTo('Schema');
  const card = review.shown.getByRole('region', { name: 'ConfigurationDbContext, SQL Server' });
  await expect(card).toContainText('at the level of 6.2');
  await expect(card.getByRole('row', { name: /new: InitiateLoginUri nvarchar\(2000\) null/ })).toBeVisible();
  await desk.goTo('Packages');
  const moves = review.shown.getByRole('region', { name: 'Packages, now and then' });
  await expect(moves.getByRole('row', { name: /EntityFramework\.Storage 6\.2\.0 6\.3\.10 .*open$/ })).toBeVisible();
  await review.button('Go through what is open').click();
  await expect(review.shown.getByRole('heading', { level: 2 })).toContainText('stands at 6.2.3');
  await review.button('Accept').click();
  await review.about.click();
  await expect(moves.getByRole('row', { name: /accepted$/ })).toHaveCount(1);
});

test('the table of the clients that are hit stands above the findings', async ({ desk, review }) => {
  await desk.goTo('Breaking changes');
  const clients = review.shown.getByRole('region', { name: /clients? receives? something else/ });
  await expect(clients.getByRole('columnheader').first()).toBeVisible();
  expect(await clients.getByRole('row').count()).toBeGreaterThan(1);
});

test('scripts stand beside the edit they belong to', async ({ desk, review }) => {
  await desk.goTo('Schema');
  await review.select(/^ConfigurationDbContextModelSnapshot/);
  await review.shown.getByRole('tab', { name: 'SQL up' }).click();
  await expect(review.shown.getByRole('tabpanel')).toContainText('ALTER TABLE');
  await expect(review.shown.getByRole('tabpanel').getByRole('button', { name: 'Copy' })).toBeVisible();
  await review.shown.getByRole('tab', { name: 'Edit' }).click();
  await expect(review.shown.getByRole('tabpanel').getByRole('table').first()).toBeVisible();
});

test('the list is searched, folded and narrowed to a rule or a file; the address says which, and holds no text of theirs', async ({
  page,
  desk,
  review,
}) => {
  await desk.goTo('Breaking changes');
  const all = await review.option(/./).count();
  await page.getByRole('searchbox', { name: 'Search titles, files and code' }).fill('NightlyGrantSweep');
  await expect(review.option(/^NightlyGrantSweep/)).toBeVisible();
  expect(await review.option(/^\w+\.cs/).count()).toBe(1);
  expect(page.url()).not.toContain('NightlyGrantSweep');
  await page.keyboard.press('Escape');
  await expect(review.option(/./)).toHaveCount(all);

  await review.group(/^RemoveExpiredGrantsAsync/).click();
  await expect(review.option(/^NightlyGrantSweep/)).toHaveCount(0);
  await review.group(/^RemoveExpiredGrantsAsync/).click();

  await review.select(/^NightlyGrantSweep/);
  await review.shown.getByRole('button', { name: 'Only this file' }).click();
  await expect(page).toHaveURL(/[?&]file=[^&]*NightlyGrantSweep\.cs/);
  await page.reload();
  await desk.heading('Settle the breaking changes').waitFor();
  expect(await review.option(/^\w+\.cs/).count()).toBe(await review.option(/^NightlyGrantSweep/).count());
  await page.getByRole('button', { name: 'Only in NightlyGrantSweep.cs' }).click();
  await expect(review.option(/./)).toHaveCount(all);
});

test('a rule on the overview leads to its first open finding', async ({ page, review }) => {
  await page.getByRole('link', { name: 'One-time refresh tokens are deleted when they are used' }).click();
  await expect(page).toHaveURL(/breaking-changes\?rule=/);
  await expect(review.shown.getByRole('heading', { level: 2 })).toContainText('refresh tokens');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'harbour-shop.zip' })).toBeVisible();
});

test('the overview names the databases that hold clients', async ({ page }) => {
  const contexts = page.getByRole('region', { name: 'Databases that hold clients' });
  await expect(contexts).toContainText('ConfigurationDbContext');
  await expect(contexts).toContainText('SQL Server: at the level of 6.2');
});

test('the keys are told when asked for', async ({ page }) => {
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('accept the edit that is shown');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the patch comes step by step too', async ({ desk, delivery }) => {
  await desk.acceptAllSafe.click();
  await desk.goTo('Done');
  await delivery.takeHome.getByText('The same patch step by step').click();
  const packages = (await delivery.download('harbour-shop.1-packages.patch')).toString('utf8');
  expect(packages).toContain('6.3.10');
  expect(packages).not.toContain('.cs\n');
  const code = (await delivery.download('harbour-shop.4-breaking-changes.patch')).toString('utf8');
  expect(code).toContain('CleanupGrantsAsync');
});

test('the two names that keys are looked up under stand side by side, with whether they are the same', async ({
  desk,
  review,
}) => {
  await desk.goTo('Data protection');
  const picture = review.shown.getByRole('figure');
  await expect(picture).toContainText('Runs now');
  await expect(picture).toContainText('Will run');
  await expect(picture).toContainText('The same name: the keys fit');
  await review.answer(/^Does the path on the server change/, /^it changes/);
  await review.about.click();
  await expect(picture).toContainText('Another name: the keys don’t fit');
});
