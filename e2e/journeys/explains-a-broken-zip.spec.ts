import { expect, test } from '../fixtures.ts';

test('explains what is wrong with a file that is no zip, and leads back', async ({ page, home }) => {
  await home.open();
  await home.giveFile('broken.zip', 'This is not an archive.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('broken.zip');
  await expect(page.getByRole('alert')).toContainText('could not be opened as a zip archive');
  await expect(page.getByRole('alert')).toContainText('What to do next');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Upgrade Duende/ })).toBeVisible();
});

test('keeps the open solution and its decisions when the next file can’t be read', async ({ page, home, desk }) => {
  await home.open();
  await home.trySample();
  await desk.isRead('harbour-shop.zip');
  await desk.acceptAllSafe.click();
  await page.getByRole('link', { name: 'IdentityServer upgrade wizard' }).click();
  await home.giveFile('notes.zip', 'No archive either.');
  await page.getByRole('button', { name: 'Back to harbour-shop.zip' }).click();
  await page.getByRole('link', { name: /Go on with/ }).click();
  await expect(desk.step('Packages')).toContainText('done');
});
