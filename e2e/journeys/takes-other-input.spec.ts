import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { decisionsFile, sampleFolder, sampleZip, upgradeByCommandLine } from '../sample.ts';

const project = `${sampleFolder}/src/HarbourShop.Identity/HarbourShop.Identity.csproj`;

test('upgrades a single project file and gives that file back', async ({ home, desk, delivery }) => {
  const before = await readFile(project, 'utf8');
  await home.open();
  await home.giveFile('HarbourShop.Identity.csproj', before);
  await desk.isRead('HarbourShop.Identity.csproj');
  await desk.acceptAllSafe.click();
  await desk.goTo('Done');
  const after = (
    await delivery.download(/^HarbourShop\.Identity\.upgraded\.csproj|^HarbourShop\.Identity\.csproj$/)
  ).toString('utf8');
  expect(after).toContain('Include="Duende.IdentityServer" Version="6.3.10"');
  expect(after.split('\n')).toHaveLength(before.split('\n').length);
});

test('reads a folder like a zip of it, and reports what the command line reports', async ({ home, desk, delivery }) => {
  await home.open();
  await home.giveFolder(sampleFolder);
  await desk.isRead('before');
  await desk.acceptAllSafe.click();
  await desk.goTo('Done');
  const report = (await delivery.download(/report\.json$/)).toString('utf8');
  const cli = await upgradeByCommandLine(sampleFolder, [
    '--accept',
    'none',
    '--decisions',
    await decisionsFile(report),
  ]);
  expect(report).toBe(cli.report);
});

test('takes a zip that is dropped anywhere on the page', async ({ home, desk }) => {
  await home.open();
  await home.drop('shop.zip', await readFile(sampleZip));
  await desk.isRead('shop.zip');
});
