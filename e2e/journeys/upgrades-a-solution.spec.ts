import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { expect, test } from '../fixtures.ts';
import { decisionsFile, sampleZip, upgradeByCommandLine } from '../sample.ts';

test('upgrades a solution, and gives what the command line gives for the same decisions', async ({
  home,
  desk,
  review,
  delivery,
}) => {
  await home.open();
  await home.giveZip(sampleZip);
  await desk.isRead('harbour-shop.zip');

  await test.step('nothing is accepted before a click', async () => {
    await desk.goTo('Done');
    expect(await delivery.download('harbour-shop.upgraded.zip')).toEqual(await readFile(sampleZip));
  });

  await desk.goTo('Packages');
  await review.acceptSafe.click();
  await expect(desk.step('Packages')).toContainText('done');
  await desk.goTo('Breaking changes');
  await review.acceptSafe.click();
  await review.answer(/^Which typ may logout tokens/, /the value of 6\.2/);
  await expect(review.option(/^HostingExtensions\.cs.*Logout tokens.*accepted$/)).toBeVisible();

  await desk.goTo('Done');
  const zip = await delivery.download('harbour-shop.upgraded.zip');
  const report = (await delivery.download(/report\.json$/)).toString('utf8');
  const patch = await delivery.download('harbour-shop.patch');

  await test.step('edited files changed, all others are the same bytes', async () => {
    const { changes } = JSON.parse(report) as { changes: { path: string }[] };
    const changed = changes.map(({ path }) => path);
    const [before, after] = await Promise.all([JSZip.loadAsync(await readFile(sampleZip)), JSZip.loadAsync(zip)]);
    expect(Object.keys(after.files)).toEqual(Object.keys(before.files));
    for (const path of Object.keys(before.files)) {
      const [was, is] = await Promise.all([
        before.file(path)?.async('nodebuffer'),
        after.file(path)?.async('nodebuffer'),
      ]);
      expect(was?.equals(is ?? Buffer.of()), path).toBe(!changed.includes(path));
    }
    const project = await after.file('src/HarbourShop.Identity/HarbourShop.Identity.csproj')?.async('string');
    expect(project).toContain('Include="Duende.IdentityServer" Version="6.3.10"');
    const hosting = await after.file('src/HarbourShop.Identity/HostingExtensions.cs')?.async('string');
    expect(hosting).toContain('LogoutTokenJwtType = "at+jwt"');
  });

  await test.step('the command line agrees', async () => {
    const options = [
      '--accept',
      'none',
      '--decisions',
      await decisionsFile(report),
      '--answer',
      'logout-token-typ=keep',
    ];
    const cli = await upgradeByCommandLine(sampleZip, options);
    expect(report).toBe(cli.report);
    expect(zip.equals(cli.zip)).toBe(true);
    expect(patch.equals(cli.patch)).toBe(true);
  });
});

test('keeps the old typ and the refresh tokens together, in either order', async ({ home, desk, review, delivery }) => {
  const results: string[] = [];
  const answers = [
    [/^Which typ may logout tokens/, /the value of 6\.2/],
    [/^What becomes of a one-time refresh token/, /as in 6\.2/],
  ] as const;
  for (const order of [answers, answers.toReversed()]) {
    await home.open();
    await home.trySample();
    await desk.isRead('harbour-shop.zip');
    await desk.goTo('Breaking changes');
    for (const [question, choice] of order) await review.answer(question, choice);
    await desk.goTo('Done');
    const zip = await JSZip.loadAsync(await delivery.download('harbour-shop.upgraded.zip'));
    results.push((await zip.file('src/HarbourShop.Identity/HostingExtensions.cs')?.async('string')) ?? '');
  }
  expect(results[0]).toContain('LogoutTokenJwtType = "at+jwt"');
  expect(results[0]).toContain('DeleteOneTimeOnlyRefreshTokensOnUse = false');
  expect(results[1]).toBe(results[0]);
});
