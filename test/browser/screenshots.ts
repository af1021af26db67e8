/**
 * `npm run screenshots`: the pictures of the documentation, taken of the bundled example by a real
 * Chromium, so that they show what the program shows.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.ts';
import { openConsole } from './console.fixture.ts';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const SIZE = { width: 1180, height: 860 };

const console_ = await openConsole();
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(`${console_.origin}/`);
  await page.screenshot({ path: join(DOCS, 'console.png') });
} finally {
  await browser.close();
  await console_.close();
}
