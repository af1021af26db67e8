/**
 * A real Chromium for the tests of the console. Where none is installed they are skipped, and the run says
 * so: `apt-get install chromium`, or name one with ATALAYA_CHROMIUM.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['ATALAYA_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program, or undefined where there is none. */
export const CHROMIUM = PLACES.find((path) => path !== undefined && existsSync(path));

if (CHROMIUM === undefined) {
  console.warn(
    '\n  THE CONSOLE IS NOT TESTED: no Chromium was found. Install one (Debian: apt-get install chromium)\n  or name it: ATALAYA_CHROMIUM=/path/to/chromium npm test\n',
  );
}

/** Nothing that Chromium does by itself may reach the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, headless: true, args: FLAGS });
}
