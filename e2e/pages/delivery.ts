import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

export class Delivery {
  get takeHome() {
    return this.page.getByRole('region', { name: 'Take home' });
  }

  get left() {
    return this.page.getByRole('region', { name: 'Left for you' });
  }

  get declined() {
    return this.page.getByRole('region', { name: 'Declined' });
  }

  get wholeChange() {
    return this.page.getByRole('region', { name: 'The whole change' });
  }

  constructor(private readonly page: Page) {}

  async download(name: string | RegExp): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await this.takeHome.getByRole('button', { name }).click();
    return readFile(await (await download).path());
  }
}
