import { expect, type Page } from '@playwright/test';

/** One step: the list of findings and the one that is looked at. */
export class Review {
  get findings() {
    return this.page.getByRole('treegrid', { name: 'Findings and questions' });
  }

  get shown() {
    return this.page.getByRole('region', { name: 'What is looked at' });
  }

  get acceptSafe() {
    return this.page.getByRole('button', { name: /^Accept \d+ safe$/ });
  }

  constructor(private readonly page: Page) {}

  /** A finding or question; the groups they stand in are rows one level up. */
  option = (name: string | RegExp) => this.findings.getByRole('row', { name, level: 2 });

  get about() {
    return this.findings.getByRole('row', { name: 'About this step', exact: true });
  }

  group = (name: string | RegExp) => this.findings.getByRole('row', { name, level: 1 });

  select = (name: string | RegExp) => this.option(name).first().click();

  button = (name: string) => this.shown.getByRole('button', { name, exact: true });

  async answer(question: RegExp, choice: RegExp): Promise<void> {
    await this.select(question);
    const card = this.shown.getByRole('region', { name: question });
    await card.getByText(choice).click();
    await expect(card.getByRole('radio', { name: choice })).toBeChecked();
  }

  /** Goes on until nothing in the step is open; each decision brings the next open finding. */
  async declineAllOpen(): Promise<void> {
    await this.findings.waitFor();
    const open = this.option(/, open$/);
    for (let left = await open.count(); left > 0; left = await open.count()) {
      await open.first().click();
      await this.button('Decline').click();
      await expect.poll(() => open.count()).toBeLessThan(left);
    }
  }
}
