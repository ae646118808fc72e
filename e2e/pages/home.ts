import type { FileChooser, Page } from '@playwright/test';

export class Home {
  constructor(private readonly page: Page) {}

  readonly open = () => this.page.goto('./');

  async giveZip(path: string): Promise<void> {
    await (await this.choose('Choose zip')).setFiles(path);
  }

  async giveFile(name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
    await (await this.choose('Choose files')).setFiles(file);
  }

  async giveFolder(path: string): Promise<void> {
    await (await this.choose('Choose folder')).setFiles(path);
  }

  /** Dropped on the page as a whole, not on a part of it. */
  async drop(name: string, content: Buffer): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([file, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], file));
        return data;
      },
      [name, [...content]] as const,
    );
    await this.page.getByRole('banner').dispatchEvent('drop', { dataTransfer: transfer });
  }

  trySample = () => this.page.getByRole('button', { name: 'Try it with a sample solution' }).click();

  private async choose(button: string): Promise<FileChooser> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: button }).click();
    return chooser;
  }
}
