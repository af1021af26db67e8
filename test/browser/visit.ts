/** Somebody with a browser at the console, who notes everything that should not have happened. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /**
   * Requests that left the console's origin, errors in the browser's log, breaches of the policy,
   * dialogs, and answers of 500 and above, a line each. None is right.
   */
  readonly faults: string[];
  /** Goes to a path of the console; gives the status. */
  readonly go: (path: string) => Promise<number>;
  readonly end: () => Promise<void>;
}

export async function visit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const faults: string[] = [];
  watchFor(context, origin, faults);
  const page = await context.newPage();
  return {
    ...{ page, context, faults },
    go: async (path) => (await page.goto(origin + path, { waitUntil: 'load' }))?.status() ?? 0,
    end: () => context.close(),
  };
}

function watchFor(context: BrowserContext, origin: string, faults: string[]): void {
  context.on('request', (request) => {
    const url = request.url();
    const inside = url.startsWith(`${origin}/`) || url.startsWith('data:');
    if (!inside) faults.push(`request to ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} at ${response.url()}`);
  });
  context.on('console', (message) => {
    // A refusal (403, 404) that a test asks for is in the log too, by its status alone.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(`log: ${message.text()} at ${message.page()?.url()}`);
    }
  });
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
