import { expect, test } from '../fixtures.ts';

test('cancels at once, even while something is still loading', async ({ page, home, desk }) => {
  await page.route('**/*.wasm', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    await route.continue().catch(() => undefined); // the worker may be gone by then
  });
  await home.open();
  await home.trySample();
  await expect(desk.heading('Reading harbour-shop.zip')).toBeVisible();
  const before = Date.now();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.heading(/^Upgrade Duende/)).toBeVisible();
  expect(Date.now() - before).toBeLessThan(10_000);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('takes back a bulk accept with one undo, and brings it back with one redo', async ({ page, home, desk }) => {
  await home.open();
  await home.trySample();
  await desk.isRead('harbour-shop.zip');
  await expect(desk.undo).toBeDisabled();
  await desk.acceptAllSafe.click();
  await expect(desk.step('Packages')).toContainText('done');
  await desk.undo.click();
  await expect(desk.step('Packages')).toContainText('open');
  await expect(desk.undo).toBeDisabled();
  await desk.redo.click();
  await expect(desk.step('Packages')).toContainText('done');
  await page.keyboard.press('Control+z');
  await expect(desk.step('Packages')).toContainText('open');
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.step('Packages')).toContainText('done');
});

test('comes back to the same place with the same decisions after a reload', async ({ page, home, desk, review }) => {
  await home.open();
  await home.trySample();
  await desk.isRead('harbour-shop.zip');
  await desk.goTo('Breaking changes');
  await review.select(/^NightlyGrantSweep/);
  await review.button('By hand').click();
  await expect(review.option(/^NightlyGrantSweep/), 'the next open one comes').toHaveAttribute(
    'aria-selected',
    'false',
  );
  await review.select(/^NightlyGrantSweep/);
  await expect(page).toHaveURL(/finding=cleanup-grants-renamed/);
  await page.reload();
  await expect(review.option(/^NightlyGrantSweep.*needs you$/)).toHaveAttribute('aria-selected', 'true');
  await desk.undo.click();
  await expect(review.option(/^NightlyGrantSweep.*open$/)).toBeVisible();
});

test('forgets a solution when told to', async ({ page, home, desk }) => {
  await home.open();
  await home.trySample();
  await desk.isRead('harbour-shop.zip');
  await page.getByRole('button', { name: 'Forget this solution' }).click();
  await expect(desk.heading(/^Upgrade Duende/)).toBeVisible();
  await page.goto('./#/v6_2-to-v6_3/packages');
  await page.reload();
  await expect(desk.heading(/^Upgrade Duende/)).toBeVisible();
});
