import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../../cli/program.fixture.ts';
import type { Briefing } from '../../domain/briefing.ts';
import { lazyLanguageDetector } from '../../text/language.ts';

const WATCH = join(import.meta.dirname, '..', '..', '..', 'example', 'watch.yaml');
const PERIOD = ['--from', '2024-06-01', '--to', '2024-10-31'];

let folder: string;
let desk: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-briefing-'));
  desk = join(folder, 'desk');
  await asked(['demo', '--desk', desk]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function asked(argv: readonly string[]): Promise<string> {
  const { code, out, err } = await runIn('unused', argv, {
    detectLanguage: lazyLanguageDetector(),
  });
  expect(err.replace(/.*\r/g, '')).not.toMatch(/^atalaya:/m);
  expect(code).toBe(0);
  return out;
}

const briefing = (...argv: string[]): Promise<string> =>
  asked(['briefing', '--desk', desk, '--watch', WATCH, ...argv]);

const composed = async (...argv: string[]): Promise<Briefing> =>
  (JSON.parse(await briefing('--json', ...argv)) as { briefing: Briefing }).briefing;

describe('a briefing on the bundled example', () => {
  it('tells of alerts, cascades, claims, presence and gaps, each sentence with what shows it', async () => {
    const { sections, sources } = await composed(...PERIOD);
    expect(sections.map(({ part }) => part)).toEqual([
      ...['bottom-line', 'judgements', 'alerts', 'cascades', 'claims', 'presence', 'gaps'],
    ]);
    for (const { part, items } of sections) expect(items, part).not.toEqual([]);
    const sentences = sections.flatMap(({ items }) => items.flatMap((item) => item.sentences));
    expect(sentences.length).toBeGreaterThan(100);
    for (const { text, footings } of sentences) expect(footings, text).not.toEqual([]);
    // An address or a digest stands with every passage whose article is in the briefing.
    const passages = sources.flatMap((one) => (one.kind === 'passage' ? [one] : []));
    expect(passages.length).toBeGreaterThan(20);
    const known = passages.filter(({ source }) => source.url !== undefined);
    expect(known.length).toBeGreaterThan(passages.length / 2);
  });

  it('says the same in Spanish, and the same twice', async () => {
    const [english, spanish] = [
      await composed(...PERIOD),
      await composed(...PERIOD, '--language', 'es'),
    ];
    const sizes = ({ sections }: Briefing): number[] => sections.map(({ items }) => items.length);
    expect(sizes(spanish)).toEqual(sizes(english));
    expect(await briefing(...PERIOD)).toBe(await briefing(...PERIOD));
  });

  it('is of the week that ends with the newest article where no period is named', async () => {
    const { subtitle } = await composed();
    expect(subtitle).toContain('From 29 August 2024 to 4 September 2024');
  });

  it('says honestly that there was nothing, and refuses a period that ends before it begins', async () => {
    const text = await briefing('--from', '2019-01-01', '--to', '2019-01-31', '--format', 'md');
    expect(text).toContain('0 articles');
    const { code, err } = await runIn(desk, [
      'briefing',
      '--from',
      '2024-02-01',
      '--to',
      '2024-01-01',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('the period ends (2024-01-01) before it begins (2024-02-01)');
  });

  it('is written as HTML that stands alone, or as Markdown', async () => {
    const file = join(folder, 'b.html');
    expect(await briefing(...PERIOD, '--out', file)).toMatch(
      /^Wrote .*b\.html: \d+ sentences on \d+ sources\.$/m,
    );
    const html = readFileSync(file, 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).not.toMatch(/<script|src=|<link/i);
    expect(await briefing(...PERIOD, '--format', 'md')).toMatch(/^# Briefing: Costa Serena/);
  });
});
