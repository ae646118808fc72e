import JSZip from 'jszip';
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

const zipOf = (files: Record<string, string>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  return zip.generateAsync({ type: 'nodebuffer' });
};

const projectWith = (id: string, version: string) =>
  zipOf({
    'Host/Host.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="${id}" Version="${version}" /></ItemGroup></Project>`,
  });

/** The flag that says so, set for each entry in both of its headers. */
async function encrypted(): Promise<Buffer> {
  const bytes = await zipOf({ 'Program.cs': 'class Program { }' });
  for (const [signature, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    const at = bytes.indexOf(signature, 0, 'latin1') + flags;
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
  }
  return bytes;
}

test('each kind of input that can’t be upgraded is told by its name, with what to do, and leads back', async ({
  page,
  home,
}) => {
  const whole = await zipOf({ 'Program.cs': 'class Program { }'.repeat(50) });
  const inputs: readonly (readonly [string, Buffer, RegExp])[] = [
    ['empty.zip', await zipOf({}), /empty\.zip holds no files/],
    ['cut.zip', whole.subarray(0, whole.length - 40), /cut\.zip (could not be opened|is damaged)/],
    ['locked.zip', await encrypted(), /locked\.zip is protected with a password/],
    ['photos.zip', await zipOf({ 'beach.txt': 'sand' }), /photos\.zip holds no \.NET project/],
    ['Shop.sln', Buffer.from('Microsoft Visual Studio Solution File'), /Shop\.sln only lists projects/],
    ['other.zip', await projectWith('Serilog', '3.0.0'), /No project in other\.zip uses Duende IdentityServer/],
    ['old.zip', await projectWith('IdentityServer4', '4.1.2'), /old\.zip uses IdentityServer4/],
    ['five.zip', await projectWith('Duende.IdentityServer', '5.2.0'), /five\.zip uses Duende IdentityServer 5\.2\.0/],
    ['seven.zip', await projectWith('Duende.IdentityServer', '7.0.0'), /already uses Duende IdentityServer 7\.0\.0/],
  ];
  await home.open();
  for (const [name, bytes, message] of inputs) {
    await home.giveFile(name, bytes);
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(page.getByRole('alert')).toContainText('What to do next');
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Upgrade Duende/ })).toBeVisible();
  }
});
