/**
 * The founding article on a desk of its own, without a hand in between: a watch, the presence data, fact-checks;
 * what it alarms, what a claim of it is judged to be, and a briefing in both languages. The article and the data
 * belong to others and are not part of the project; where they are absent the test says so and is skipped.
 * `docs/founding-article.md` tells the same for people.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import type { Alert } from '../src/domain/alerts.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';

const SHARED = resolve(import.meta.dirname, '../../shared');
const ARTICLE = join(SHARED, 'seed/spy-network-mexico.txt');
const present = existsSync(ARTICLE) && existsSync(join(SHARED, 'data/presence'));
if (!present) console.warn('skipped: no shared data (the founding article on a desk)');

const WATCH = `name: Mexico
host: MX
sponsors: [RU]
languages: [es, en, ru]
rules:
  - id: russia
    state: RU
    words: [Russia, Russian, Rusia, ruso, Россия, российск]
`;
/** After the newest of the diplomatic lists: what is expected rests on all of them. */
const LATER = Date.UTC(2026, 11, 1);

describe.skipIf(!present)('the founding article on a desk', () => {
  let folder: string;
  let watch: string;
  const told = async (...argv: string[]): Promise<string> => {
    const detectLanguage = lazyLanguageDetector();
    const ran = await runIn(join(folder, 'desk'), argv, { detectLanguage, clock: () => LATER });
    expect([argv, ran.code, ran.code === 0 ? '' : ran.err]).toEqual([argv, 0, '']);
    return ran.out;
  };
  const data = (name: string): string => join(SHARED, 'data', name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-founding-desk-'));
    watch = join(folder, 'watch.yaml');
    writeFileSync(watch, WATCH);
    await told('ingest', ARTICLE);
    await told('read');
    for (const name of [
      'staff_counts_from_diplomatic_lists.csv',
      'staff_counts_from_press.csv',
      'expulsions_of_russian_staff.csv',
    ]) {
      await told('presence', '--add', data(`presence/${name}`));
    }
    await told('presence', '--ties', data('presence/cepii_geodist.csv.gz'));
    await told('checks', data('claims/claims_euvsdisinfo_2015_2021.csv.gz'));
    await told('warn', '--watch', watch);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('alarms at an old quote, at a presence above what is expected, at growth beside expulsions', async () => {
    const { alerts } = JSON.parse(await told('alerts', '--json')) as {
      readonly alerts: readonly { readonly alert: Alert }[];
    };
    expect(alerts.map(({ alert }) => alert.measure).sort()).toEqual([
      ...['displacement', 'presence-above', 'recycled-statement'],
    ]);
    for (const { alert } of alerts) {
      expect(alert.findings.some(({ refs }) => refs.length > 0)).toBe(true);
      const shown = await told('alert', alert.id);
      for (const part of [
        ...['What speaks for it', 'What else would look the same', 'What would clear it'],
        ...['What shows it', 'A lead, not a finding.'],
        ...(alert.counter.length > 0 ? ['What speaks against it'] : []),
      ]) {
        expect(shown).toContain(part);
      }
    }
    expect(alerts.filter(({ alert }) => alert.counter.length > 0)).toHaveLength(2);
  });

  it('compares like with like, in ranges and modest words', async () => {
    const shown = await told('presence', 'RU', 'MX');
    expect(shown).toContain('step  49 → 85');
    expect(shown).toMatch(/72 diplomats, at the embassy: above/);
    expect(shown).toContain('85 all accredited, scope not stated: not comparable');
    expect(shown).toMatch(/coincides with \d+–\d+ diplomats of RU expelled by \d+ hosts/);
    expect(shown).toContain('but: growth may have reasons of its own');
    expect(shown).toContain('Coincides is not caused.');
  });

  it('knows what became of the claim about the cartels: one utterance, called false by who carries it', async () => {
    const shown = await told(
      ...['claim', 'the US was recruiting members of Mexican drug cartels to fight in Ukraine'],
    );
    expect(shown).toContain('Carried by 1 article');
    expect(shown).toContain('says that it is not true');
    expect(shown).toContain('Russian ambassador to Mexico');
    expect(shown).toContain('All that carries it goes back to one utterance.');
  });

  it.each(['en', 'es'])('is briefed in %s, each sentence with what backs it', async (language) => {
    const out = join(folder, `briefing.${language}.md`);
    const period = ['--from', '2024-09-01', '--to', '2024-09-30', '--language', language];
    await told('briefing', ...period, '--format', 'md', '--watch', watch, '--out', out);
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('RU');
    // Sources are numbered at the end, and each is named by some sentence.
    const named = new Set([...text.matchAll(/\(#source-(\d+)\)/g)].map(([, n]) => n));
    expect(named.size).toBeGreaterThan(20);
    const [body] = text.split(/^## (?:Sources|Fuentes)/m);
    for (const line of body!.split('\n').filter((one) => one.startsWith('- '))) {
      expect(line).toContain('(#source-');
    }
  });
});
