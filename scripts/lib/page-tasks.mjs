import { chromium } from '@playwright/test';

/**
 * The longest task on the page's own thread while a person reads this zip and walks the steps, phase by phase, in milliseconds
 * of processor time: what else runs on the machine does not stretch it.
 */
export async function longestTasks(address, zip, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const rows = [];
  const phase = async (name, work) => {
    await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
    await work();
    await page.waitForTimeout(500);
    rows.push({ phase: name, longest: longestIn(JSON.parse((await browser.stopTracing()).toString()).traceEvents) });
  };
  const open = (id) => page.evaluate((to) => location.assign(to), `#/v6_2-to-v6_3/${id}`);
  const shown = (name) => page.getByRole('region', { name }).waitFor({ timeout: 120_000 });

  await page.goto(address);
  await page.getByRole('button', { name: 'Choose zip' }).waitFor();
  await phase('reading, to the overview', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose zip' }).click();
    await (await chooser).setFiles(zip);
    await shown('Summary');
  });
  for (const id of ['packages', 'schema', 'data-protection', 'breaking-changes']) {
    await phase(`opening the step ${id}`, async () => {
      await open(id);
      await page.getByRole('heading', { name: 'About this step' }).waitFor();
    });
  }
  await phase('opening a finding', async () => {
    await page.keyboard.press('j');
    await shown('Decision');
  });
  await phase('declining it', () => page.keyboard.press('d'));
  await phase('accepting all safe', async () => {
    await open('');
    await page.getByRole('button', { name: /^Accept all/ }).click();
  });
  await phase('taking it back', () => page.keyboard.press('Control+z'));
  await phase('opening the last step', async () => {
    await open('done');
    await page.getByRole('button', { name: /upgraded\.zip/ }).waitFor({ timeout: 120_000 });
  });
  await browser.close();
  return rows;
}

function longestIn(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  if (threads.size === 0) throw new Error('The trace names no thread of a page.');
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
