import { expect, test } from '../fixtures.ts';

test('the catalogue shows each rule with an example, and what has no rule with the reason', async ({ page, home }) => {
  await home.open();
  await page.getByRole('link', { name: 'Rules' }).click();
  const byHand = page.getByRole('region', { name: 'For a person to check' });
  await expect(byHand.getByRole('listitem').first()).toContainText(/\. .{40}/);
  await expect(page.getByRole('region', { name: 'Not looked for' })).toContainText('Only the running system shows it.');
  await page.getByRole('link', { name: 'RemoveExpiredGrantsAsync is now CleanupGrantsAsync' }).click();
  for (const name of ['What changed', 'Why it matters', 'What we look for', 'What we miss', 'Source']) {
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  const example = page.getByRole('region', { name: 'Before and after, in one of its cases' });
  await expect(example.getByRole('row', { name: /removed .*RemoveExpiredGrantsAsync/ }).first()).toBeVisible();
  await expect(example.getByRole('row', { name: /added .*CleanupGrantsAsync/ }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Before / After' })).toHaveCount(0);
});
