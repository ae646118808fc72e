import { expect, test } from '../fixtures.ts';
import { port } from '../port.ts';

test('needs no mouse, from the start to the download', async ({ page, home, desk, review, delivery }) => {
  const tabTo = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    const target = page.getByRole(role, { name }).first();
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await home.open();
  await tabTo('Try it with a sample solution');
  await page.keyboard.press('Enter');
  await desk.isRead('harbour-shop.zip');
  await tabTo('Go through the findings', 'link');
  await page.keyboard.press('Enter');
  await expect(desk.heading('Update NuGet packages')).toBeFocused();

  await page.keyboard.press('j');
  await expect(review.shown.getByRole('button', { name: 'Accept' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(review.option(/, accepted$/).first()).toBeVisible();
  const accepted = await review.option(/, accepted$/).count();
  await page.getByRole('link', { name: /^4 Breaking/ }).focus();
  await page.keyboard.press('Enter');
  await expect(desk.heading('Settle the breaking changes')).toBeFocused();
  await page.keyboard.press('j');
  await expect(review.shown.getByRole('button', { name: 'Decline' })).toBeVisible();
  await page.keyboard.press('d');
  await expect(review.option(/, declined$/)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(review.option(/, declined$/)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(review.option(/, declined$/)).toHaveCount(1);
  await page.getByRole('link', { name: /^1 Packages/ }).focus();
  await page.keyboard.press('Enter');
  await expect(review.option(/, accepted$/)).toHaveCount(accepted);

  await page.getByRole('link', { name: /^5 Done/ }).focus();
  await page.keyboard.press('Enter');
  await expect(desk.heading('Take your solution home')).toBeFocused();
  await tabTo('harbour-shop.upgraded.zip');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('harbour-shop.upgraded.zip');
  await expect(delivery.left).toContainText('open');
});

test.describe('on a narrow phone', () => {
  test.use({ viewport: { width: 400, height: 800 }, hasTouch: true });

  test('goes from the list to a finding and back, and never scrolls sideways', async ({ page, home, desk, review }) => {
    await home.open();
    await home.trySample();
    await desk.isRead('harbour-shop.zip');
    await desk.goTo('Breaking changes');
    await expect(review.shown).toBeHidden();
    await review.select(/^GrantsController/);
    await expect(review.findings).toBeHidden();
    await expect(review.shown.getByRole('table').first()).toBeVisible();
    await review.button('Accept').click();
    await review.button('All findings').click();
    await expect(review.option(/^GrantsController.*accepted$/)).toBeVisible();
    for (const path of ['', 'packages', 'schema', 'done']) {
      await page.goto(`./#/v6_2-to-v6_3/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('over plain http from a host that is not localhost', () => {
  test.use({ baseURL: `http://wizard.test:${port}/` });

  test('reads, shows and copies without a secure context', async ({ page, home, desk, delivery }) => {
    await home.open();
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await home.trySample();
    await desk.isRead('harbour-shop.zip');
    await desk.acceptAllSafe.click();
    await desk.goTo('Done');
    const copy = delivery.takeHome.getByRole('button', { name: 'Copy' });
    await copy.click();
    await expect(delivery.takeHome.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect((await delivery.download('harbour-shop.patch')).toString('utf8')).toContain('6.3.10');
  });
});
