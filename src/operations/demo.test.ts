/** The demo on the bundled example: it ends well, offline, and twice the same. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn } from '../cli/program.fixture.ts';
import { dumpDesk, useFolder } from '../pipeline/desk.fixture.ts';
import { lazyLanguageDetector } from '../text/language.ts';

const folder = useFolder();
const detectLanguage = lazyLanguageDetector();
const demo = (argv: readonly string[] = []) =>
  runIn('unused', ['demo', '--desk', join(folder(), 'demo'), ...argv], { detectLanguage });

describe('demo', () => {
  it('shows cascades, says that all is invented, and writes the report into its desk', async () => {
    const { code, out, err } = await demo();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('The example is invented');
    expect(out).toContain('Earliest seen: ');
    expect(out).toContain('credit dropped');
    expect(out).toMatch(/items met +70\n/);
    const report = join(folder(), 'demo', 'report.html');
    expect(out).toContain(`Wrote ${report}: `);
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('invented');
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
    expect(existsSync('unused')).toBe(false);
  });

  it('gives the same a second time, and adds nothing to its desk', async () => {
    const first = await demo();
    const report = join(folder(), 'demo', 'report.html');
    const html = readFileSync(report, 'utf8');
    const before = dumpDesk(join(folder(), 'demo'));
    const second = await demo();
    expect(second.code).toBe(0);
    const cascades = (out: string): string => out.slice(0, out.indexOf('\nRead '));
    expect(cascades(second.out)).toBe(cascades(first.out));
    expect(second.out).toContain('70 of them known from an earlier run: 0 new articles');
    expect(readFileSync(report, 'utf8')).toBe(html);
    expect(dumpDesk(join(folder(), 'demo'))).toEqual(before);
  });

  it('writes the report where --out says', async () => {
    const file = join(folder(), 'elsewhere.html');
    expect((await demo(['--out', file])).out).toContain(`Wrote ${file}: `);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/i);
  });
});
