import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import type { Step } from '../pages/desk.ts';
import { sampleZip } from '../sample.ts';

test('gives the same bytes back when everything is declined', async ({ home, desk, review, delivery }) => {
  await home.open();
  await home.giveZip(sampleZip);
  await desk.isRead('harbour-shop.zip');
  for (const step of ['Packages', 'Schema', 'Breaking changes'] satisfies Step[]) {
    await desk.goTo(step);
    await review.declineAllOpen();
    await expect(review.option(/, declined$/).first()).toBeVisible();
  }
  await desk.goTo('Done');
  await expect(desk.step('Done')).toContainText('everything decided');
  expect(await delivery.download('harbour-shop.upgraded.zip')).toEqual(await readFile(sampleZip));
  expect(await delivery.download('harbour-shop.patch')).toHaveLength(0);
});
