import type { Page } from '@playwright/test';

export type Step = 'Packages' | 'Schema' | 'Data protection' | 'Breaking changes' | 'Done';

const titles: Record<Step, string> = {
  Packages: 'Update NuGet packages',
  Schema: 'Update the database schema',
  'Data protection': 'Verify data protection',
  'Breaking changes': 'Settle the breaking changes',
  Done: 'Take your solution home',
};

/** What stands beside every screen of a solution: the steps, undo and redo. */
export class Desk {
  get steps() {
    return this.page.getByRole('navigation', { name: 'Steps' });
  }

  get undo() {
    return this.page.getByRole('button', { name: /^Undo/ });
  }

  get redo() {
    return this.page.getByRole('button', { name: /^Redo/ });
  }

  get acceptAllSafe() {
    return this.page.getByRole('button', { name: /^Accept all \d+ safe$/ });
  }

  constructor(private readonly page: Page) {}

  heading = (name: string | RegExp) => this.page.getByRole('heading', { level: 1, name });

  /** The overview is there once everything is read. */
  async isRead(name: string): Promise<void> {
    await this.heading(new RegExp(`^${name.replaceAll('.', '\\.')}$`)).waitFor();
  }

  step = (name: Step) => this.steps.getByRole('link', { name: new RegExp(`^\\d ${name}`) });

  async goTo(name: Step): Promise<void> {
    await this.step(name).click();
    await this.page.waitForURL(new RegExp(`/${name.toLowerCase().replace(' ', '-')}`));
    await this.page.getByRole('heading', { name: titles[name] }).waitFor(); // the list before stays until this one is there
  }
}
