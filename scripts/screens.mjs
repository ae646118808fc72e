// `npm run screens`: a picture of every screen, light and dark, at three widths, into `docs/screens/`. Needs Chromium.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';
import { checkNode, fail, install } from './lib/install.mjs';
import { root, runTool } from './lib/run.mjs';
import { serve } from './serve.mjs';

const widths = [400, 1280, 1920];
const schemes = ['light', 'dark'];
const folder = join(root, 'docs/screens');
const guide = '#/v6_2-to-v6_3';

/** In the order in which a person meets them; each begins where the one before ended. */
const screens = [
  { name: '01-home', go: (page) => page.goto('./') },
  { name: '02-reading', go: reading },
  { name: '03-failure', go: failure },
  { name: '04-overview', go: overview },
  { name: '05-packages', go: step('packages') },
  { name: '06-schema', go: step('schema') },
  { name: '07-schema-edit', go: finding('schema', /ModelSnapshot/) },
  { name: '08-data-protection', go: step('data-protection') },
  { name: '09-breaking-changes', go: step('breaking-changes') },
  { name: '10-list', go: (page) => page.goto(`./${guide}/breaking-changes`), onlyNarrow: true },
  { name: '11-finding', go: finding('breaking-changes', /^ArchivingTokenCleanupService/) },
  { name: '12-question', go: finding('breaking-changes', /^Which typ/) },
  { name: '13-keys', go: keys, onlyWide: true },
  { name: '14-done', go: done },
  { name: '15-rules', go: (page) => page.goto(`./${guide}/rules`) },
  { name: '16-rule', go: (page) => page.goto(`./${guide}/rules/cleanup-grants-renamed`) },
  { name: '17-about', go: (page) => page.goto('./#/about') },
];

checkNode();
await install();
const executablePath = findChromium();
if (!executablePath) fail('No Chromium was found: install the package chromium, or name one in CHROMIUM_PATH.');
if ((await runTool('vite', ['build', '--logLevel', 'error'])) !== 0) fail('The page could not be built; see above.');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { server, address } = await serve();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const scheme of schemes) for (const width of widths) await shoot(scheme, width);
await browser.close();
server.close();

async function shoot(scheme, width) {
  const height = width < 800 ? 860 : 900;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  for (const { name, go, onlyNarrow, onlyWide } of screens) {
    if (width < 800 ? onlyWide : onlyNarrow) continue;
    await go(page, width);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(300); // colours of code arrive a moment after the code
    await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.jpg`), type: 'jpeg', quality: 70 });
  }
  await context.close();
  console.log(`${width} px, ${scheme}`);
}

async function reading(page) {
  await page.route('**/*.wasm', () => undefined); // never answered
  await page.getByRole('button', { name: 'Try it with a sample solution' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
}

async function failure(page) {
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.unroute('**/*.wasm');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const buffer = Buffer.from('This is not an archive.');
  await (await chooser).setFiles({ name: 'broken.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('alert').waitFor();
}

async function overview(page) {
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByRole('button', { name: 'Try it with a sample solution' }).click();
  await page.getByRole('region', { name: 'Summary' }).waitFor();
}

function step(id) {
  return async (page, width) => {
    await page.goto(`./${guide}/${id}${width < 800 ? '?about=yes' : ''}`);
    await page.getByRole('heading', { name: 'About this step' }).waitFor();
  };
}

function finding(id, name) {
  return async (page) => {
    await page.goto(`./${guide}/${id}`);
    await page.getByRole('row', { name, level: 2 }).first().click();
    await page.getByRole('region', { name: 'What is looked at' }).getByRole('heading', { level: 2 }).waitFor();
  };
}

async function keys(page) {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

async function done(page) {
  await page.keyboard.press('Escape');
  await page.goto(`./${guide}`);
  await page.getByRole('button', { name: /^Accept all/ }).click();
  await page.goto(`./${guide}/done`);
  await page.getByRole('button', { name: /upgraded\.zip/ }).waitFor();
}
