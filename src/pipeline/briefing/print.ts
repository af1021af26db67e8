/**
 * A page as PDF, printed by the system's Chromium: no other program sets the same page as well, and it is
 * on most machines. The page stands alone, and its own policy forbids scripts; nothing is asked of the
 * network.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Names under which it is installed, and where else it stands. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Milliseconds: a briefing of hundreds of pages takes some seconds. */
const LONGEST = 120_000;

const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
];

/** The browser's program, looked for along `path` (as in the environment's PATH); undefined: none. */
export function browserIn(path: string): string | undefined {
  const named = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...PLACES].find((file) => existsSync(file));
}

/**
 * Prints a page that stands alone. `at`: the time that the document bears, milliseconds since the epoch, so
 * that the same page gives the same bytes. Throws, saying what to do, where the browser cannot.
 */
export async function printed(html: string, browser: string, at: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-print-'));
  try {
    const page = join(folder, 'page.html');
    const out = join(folder, 'page.pdf');
    await writeFile(page, html);
    await run(browser, [
      ...FLAGS,
      // It refuses to start as root with its sandbox; the page has no scripts and no network.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${out}`,
      pathToFileURL(page).href,
    ]);
    const pdf = await readFile(out).catch((cause: unknown) => {
      throw new Error(`${browser} printed nothing: write the briefing as html and print that`, {
        cause,
      });
    });
    return dated(pdf, at);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(browser: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said = `${said}${bytes.toString('utf8')}`.slice(-2000);
    });
    child.on('error', (cause) => {
      reject(new Error(`${browser} cannot be started`, { cause }));
    });
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve();
      const how = signal === null ? `with code ${code}` : `after ${LONGEST / 1000} s`;
      reject(new Error(`${browser} ended ${how}`, { cause: new Error(said.trim()) }));
    });
  });
}

/** The dates of its making, written by the browser's clock, made those of what is printed. */
function dated(pdf: Buffer, at: number): Uint8Array {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  const text = pdf.toString('latin1');
  const same = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)\d{14}(?:[+-]\d{2}'\d{2}')?/g,
    (all, name: string) =>
      `${name}${digits}${all.slice(name.length + 14).replace(/[+-].*/, "+00'00'")}`,
  );
  return Buffer.from(same, 'latin1');
}
