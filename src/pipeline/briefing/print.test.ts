import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserIn, printed } from './print.ts';

const BROWSER = browserIn(process.env['PATH'] ?? '');
if (BROWSER === undefined) {
  console.warn(
    '\n  PRINTING IS NOT TESTED: no Chromium was found (Debian: apt-get install chromium).\n',
  );
}

/** With the policy of our own pages, without which a browser would run what stands in it. */
const PAGE = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Invented</title><h1>Briefing</h1>
<script>document.title = 'changed'</script><img src="https://harbour.example/x.png">${'<p>One.</p>'.repeat(300)}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-print-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that stands where a browser would. */
function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('browserIn', () => {
  it('takes the first known name along the path', () => {
    expect(browserIn(['', join(folder, 'none')].join(delimiter)) ?? '').not.toContain(folder);
    mkdirSync(join(folder, 'none'));
    const file = program('chromium-browser', 'exit 0');
    expect(browserIn([join(folder, 'none'), folder].join(delimiter))).toBe(file);
  });
});

describe('printed', () => {
  it.skipIf(BROWSER === undefined)('gives the same bytes for the same page and time', async () => {
    const at = Date.UTC(2024, 8, 23);
    const first = Buffer.from(await printed(PAGE, BROWSER!, at));
    const second = Buffer.from(await printed(PAGE, BROWSER!, at));
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.equals(second)).toBe(true);
    const text = first.toString('latin1');
    expect(text).toContain('/CreationDate (D:20240923000000');
    expect(text).toMatch(/\/Title \(Invented\)/);
    expect(first.equals(Buffer.from(await printed(PAGE, BROWSER!, at + 864e5)))).toBe(false);
  });

  it('says what to do where the browser is none, fails or prints nothing', async () => {
    const missing = join(folder, 'not-there');
    await expect(printed(PAGE, missing, 0)).rejects.toThrow(`${missing} cannot be started`);
    const failing = program('failing', 'echo no display >&2; exit 3');
    await expect(printed(PAGE, failing, 0)).rejects.toThrow(
      expect.objectContaining({
        message: `${failing} ended with code 3`,
        cause: expect.objectContaining({ message: 'no display' }),
      }),
    );
    const idle = program('idle', 'exit 0');
    await expect(printed(PAGE, idle, 0)).rejects.toThrow(
      'write the briefing as html and print that',
    );
  });
});
