/** What must hold on every page that shows hostile texts, whichever way they came in; faults in words. */
import type { Browser } from 'playwright-core';
import { markupFaults } from '../../src/pages/markup-check.fixture.ts';
import { visit } from '../browser/visit.ts';

/** What may stand in an address that a page leads to. */
const GOOD_ADDRESS = /^(?:\/(?!\/)|#|https?:|data:,$|\?)/;

/** Pages that are unsound, defects, and headers that are not ours. */
export async function pageFaults(origin: string, addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    const answer = await fetch(origin + address, { redirect: 'manual' });
    const text = await answer.text();
    if (answer.status >= 500) faults.push(`${address}: ${answer.status}`);
    if (answer.headers.has('x-injected')) faults.push(`${address}: a header of theirs`);
    if (answer.headers.getSetCookie().some((one) => one.includes('hostile'))) {
      faults.push(`${address}: a cookie of theirs`);
    }
    // What stands in a field is text, whatever it begins with.
    const wrong = markupFaults(text).filter((fault) => !fault.endsWith('in value of <input>'));
    faults.push(...wrong.map((fault) => `${address}: ${fault}`));
  }
  return faults;
}

/** Data that is no JSON, or that a browser might take for something else. */
export async function dataFaults(origin: string, addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    const [path = '', query = ''] = address.split('?');
    const data = `${path === '/' ? '/index' : path}.json?${query}`;
    const answer = await fetch(origin + data);
    const text = await answer.text();
    if (answer.status >= 500) faults.push(`${data}: ${answer.status}`);
    if (!/json/.test(answer.headers.get('content-type') ?? '')) faults.push(`${data}: no JSON`);
    if (answer.headers.get('x-content-type-options') !== 'nosniff') faults.push(`${data}: sniffed`);
    try {
      JSON.parse(text);
    } catch {
      faults.push(`${data}: cannot be parsed`);
    }
  }
  return faults;
}

/** What ran, what asked the network, and tags or addresses that are not the console's. */
export async function browserFaults(
  browser: Browser,
  origin: string,
  addresses: readonly string[],
): Promise<string[]> {
  const one = await visit(browser, origin);
  const found: string[] = [];
  for (const address of addresses) {
    await one.go(address);
    const hits = await one.page.evaluate('globalThis.hits');
    if (hits !== undefined) found.push(`${address}: ran`);
    const bad = await one.page
      .locator('[href], [src], [action], [style], iframe, object, embed, base')
      .evaluateAll((all) =>
        all.map((each) => [
          each.localName as string,
          (each.getAttribute('href') ?? each.getAttribute('src') ?? each.getAttribute('action')) as
            | string
            | null,
          each.hasAttribute('style') as boolean,
        ]),
      );
    for (const [name, to, styled] of bad) {
      const known = !['iframe', 'object', 'embed', 'base'].includes(String(name));
      if (!known || styled || (to !== null && !GOOD_ADDRESS.test(String(to)))) {
        found.push(`${address}: <${name}> to ${to}`);
      }
    }
  }
  await one.end();
  return [...found, ...one.faults];
}
