import { test as base, expect } from '@playwright/test';
import { Delivery } from './pages/delivery.ts';
import { Desk } from './pages/desk.ts';
import { Home } from './pages/home.ts';
import { Review } from './pages/review.ts';

interface Fixtures {
  readonly quiet: undefined;
  readonly home: Home;
  readonly desk: Desk;
  readonly review: Review;
  readonly delivery: Delivery;
}

/** Every journey also asserts that no request left the page, that its policy held, and that nothing was logged as an error. */
export const test = base.extend<Fixtures>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const own = new URL(baseURL ?? '').origin;
      const complaints: string[] = [];
      let requests = 0;
      page.context().on('request', (request) => {
        requests++;
        const { protocol, origin } = new URL(request.url());
        const isLocal = origin === own || protocol === 'blob:' || protocol === 'data:';
        if (!isLocal || request.method() !== 'GET') complaints.push(`${request.method()} ${request.url()}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          console.error(`The policy was violated: ${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      await use(undefined);
      expect(requests, 'requests are seen at all').toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  home: async ({ page }, use) => use(new Home(page)),
  desk: async ({ page }, use) => use(new Desk(page)),
  review: async ({ page }, use) => use(new Review(page)),
  delivery: async ({ page }, use) => use(new Delivery(page)),
});

export { expect };
