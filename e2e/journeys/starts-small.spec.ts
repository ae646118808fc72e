import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures.ts';

test('the first screen takes less than 150 kB of compressed script, and no parser', async ({ page, home }) => {
  const scripts: Promise<Buffer>[] = [];
  const addresses: string[] = [];
  page.on('response', (response) => {
    addresses.push(response.url());
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await home.open();
  await expect(page.getByRole('button', { name: 'Choose zip' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  expect(addresses.filter((address) => /wasm|worker|highlight/.test(address))).toEqual([]);
});
