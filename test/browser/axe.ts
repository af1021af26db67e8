/** What axe-core finds wrong with a page by the rules of WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
  }[];
}

/** A line a violation, with the first place that has it. */
export async function axeFindings(page: Page): Promise<string[]> {
  // By the debugger, since the page's policy forbids scripts that the console does not have.
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: `${SOURCE};0` });
  const { result } = await debug.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((r) => JSON.stringify({ violations: r.violations }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await debug.detach();
  const { violations } = JSON.parse(String(result.value)) as Found;
  return violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}), ${nodes.length} times: ${String(nodes[0]?.target[0])} ${nodes[0]?.html.slice(0, 120)}`,
  );
}
