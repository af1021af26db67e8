import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BRIEFING_LANGUAGES,
  BRIEFING_PARTS,
  type Briefing,
  type BriefingSentence,
  type Footing,
} from '../../domain/briefing.ts';
import type { AlertId } from '../../domain/ids.ts';
import { alertView, check, emptyFacts, facts, judged } from './briefing.fixture.ts';
import { composeBriefing } from './compose.ts';
import { withForeign } from './hostile.fixture.ts';
import { entry, presence } from './presence.fixture.ts';

const HOSTILE = [
  '</script><img src=x onerror=alert(1)>',
  '“open quotation',
  '«abierta',
  'closed” again',
  '[link](http://evil.example) ![x](http://evil.example/x.png)',
  '\u202eright to left\u2066',
  'null\u0000bell\u0007',
  'lone \ud800 surrogate',
  '=SUM(A1:A9)\t+1',
  'spy agent proves 777 Radio Free Nowhere',
  'x'.repeat(100_000),
  'word '.repeat(20_000),
  '',
  '   ',
  "l'État, c'est ‘moi’",
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

function sentencesOf({ sections }: Briefing): readonly BriefingSentence[] {
  return sections.flatMap(({ items }) => items.flatMap(({ sentences }) => sentences));
}

/** All words of a footing and of where it stands. */
function all(footing: Footing): string {
  if (footing.kind === 'count') return footing.what;
  const words = footing.kind === 'passage' ? footing.quote : footing.words;
  const { name, title, day } = footing.source;
  return `${words} ${name} ${title} ${day ?? ''}`;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const digits = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,\u202f]\d+)*/g) ?? []).flatMap((number) => [
    number.replace(/^0+(?=\d)/, ''),
    number.replace(/[,\u202f](?=\d{3})/g, ''),
    number.replace(',', '.'),
  ]);

/** The gate said again as simply as can be: quotations by letters, numbers by digits. */
function isBorneOut({ text, footings }: BriefingSentence): boolean {
  const words = footings.map(all).map(letters);
  const quotations = [...text.matchAll(/“([^”]*)”|«([^»]*)»/g)].map(([, a, b]) => a ?? b ?? '');
  const quoted = quotations.every((one) => words.some((text) => text.includes(letters(one))));
  const numbers = new Set(footings.flatMap((footing) => digits(all(footing))));
  const own = text.replace(/“[^”]*”|«[^»]*»/g, ' ');
  const stated = own.match(/\d+(?:[.,\u202f]\d+)*/g) ?? [];
  return quoted && stated.every((number) => digits(number).some((form) => numbers.has(form)));
}

describe.each(BRIEFING_LANGUAGES)('composeBriefing in %s', (language) => {
  test('every sentence has footings, and its numbers and quotations stand in them', () => {
    const briefing = composeBriefing(facts(), language);
    const sentences = sentencesOf(briefing);
    expect(sentences.length).toBeGreaterThan(50);
    for (const sentence of sentences) {
      expect(sentence.footings.length, sentence.text).toBeGreaterThan(0);
      expect(isBorneOut(sentence), sentence.text).toBe(true);
    }
    expect(briefing.refused).toEqual([]);
  });

  test('the same over whatever foreign text, and what is refused is listed', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 12 }), (texts) => {
        let i = 0;
        const mixed = withForeign(facts(), (was) =>
          i++ % 3 === 0 ? texts[i % texts.length]! : was,
        );
        const briefing = composeBriefing(mixed, language);
        for (const sentence of sentencesOf(briefing)) {
          expect(sentence.footings.length).toBeGreaterThan(0);
          expect(sentence.text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          expect(sentence.text.isWellFormed()).toBe(true);
          expect(isBorneOut(sentence), sentence.text).toBe(true);
        }
        for (const { why } of briefing.refused) expect(why).not.toBe('');
        expect(briefing.sections.map(({ part }) => part)).toEqual(BRIEFING_PARTS);
      }),
      { numRuns: 40 },
    );
  });

  test('numbers of the facts stand in the sentences and in what backs them', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(2000), (articles, undated, value) => {
        const briefing = composeBriefing(
          facts({ articles, undated, alerts: [alertView({ value })], cascadesTotal: articles }),
          language,
        );
        expect(briefing.refused).toEqual([]);
        expect(sentencesOf(briefing).every(isBorneOut)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('footings are numbered from 1 in the order in which they are named', () => {
    const briefing = composeBriefing(facts(), language);
    expect(briefing.sources.map(({ n }) => n)).toEqual(briefing.sources.map((_, i) => i + 1));
    const named = sentencesOf(briefing).flatMap(({ footings }) => footings);
    expect(new Set(named)).toEqual(new Set(briefing.sources));
    expect(
      [...new Set(named.map(({ n }) => n))].every(
        (n, i, list) => i === 0 || n <= Math.max(...list.slice(0, i)) + 1,
      ),
    ).toBe(true);
  });

  test('words of confidence come from alerts of that grade only', () => {
    const graded = sentencesOf(composeBriefing(facts(), language)).filter(
      ({ confidence }) => confidence !== undefined,
    );
    expect(graded.map(({ confidence }) => confidence)).toEqual([
      'very likely',
      'likely',
      'very likely',
      'likely',
    ]);
  });

  test('an empty desk says that nothing was found, and what was looked at', () => {
    const briefing = composeBriefing(emptyFacts(), language);
    expect(briefing.sections.map(({ part }) => part)).toEqual(BRIEFING_PARTS);
    expect(sentencesOf(briefing).every(isBorneOut)).toBe(true);
    const [bottom] = briefing.sections;
    expect(bottom?.items[0]?.sentences.map(({ text }) => text).join(' ')).toMatch(
      /Nothing was found|No se halló nada/,
    );
    for (const { items } of briefing.sections) expect(items.length).toBeGreaterThan(0);
    expect(briefing.refused).toEqual([]);
  });

  test('the bottom line is two to four sentences', () => {
    const variants = [
      facts(),
      emptyFacts(),
      facts({ alerts: [] }),
      facts({ cascades: [], cascadesTotal: 0 }),
      facts({ coverage: { kind: 'files', items: 9, articles: 7, unread: 2 } }),
    ];
    for (const variant of variants) {
      const [bottom] = composeBriefing(variant, language).sections;
      const n = bottom?.items.flatMap(({ sentences }) => sentences).length;
      expect(n).toBeGreaterThanOrEqual(2);
      expect(n).toBeLessThanOrEqual(4);
    }
  });

  test('a planted sentence that nothing bears out is refused, listed and counted', () => {
    const checker = language === 'en' ? 'The agent' : 'El agente';
    const planted = judged({ checks: [check({ checker })] });
    const row = facts().claims[0]!.cascade;
    const view = alertView({
      findings: [{ code: 'carried-by', figures: { publishers: 3, articles: 5 }, refs: [] }],
      counter: [],
    });
    const briefing = composeBriefing(
      facts({ alerts: [view], claims: [{ cascade: row, judged: planted }] }),
      language,
    );
    expect(briefing.refused.map(({ part }) => part)).toContain('claims');
    expect(briefing.refused[0]?.text).toContain(checker);
    expect(briefing.refused[0]?.why).toContain('agent');
    const gaps = briefing.sections.at(-1)?.items.at(-1)?.sentences[0]?.text;
    expect(gaps).toContain(String(briefing.refused.length));
  });

  test('fewer than three people are never shown as such', () => {
    const few = ['1', '2', '1–2', 'at least 2', 'at least 1', '2–9', '2 '];
    for (const count of few) {
      const series = presence().series.map((one) => ({
        ...one,
        entries: one.entries.map(({ id }) => entry(id, { count })),
        differing: [],
      }));
      const size = { ...presence().size, readings: [] };
      const briefing = composeBriefing(
        facts({ presence: [presence({ series, size, displacement: [] })] }),
        language,
      );
      const texts = sentencesOf(briefing)
        .filter(({ footings }) => footings.some(({ kind }) => kind === 'record'))
        .map(({ text }) => text)
        .filter((text) => text.includes('Diplomatic List of Sablera'));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        const shown = text.replace(/\d+ (?:de )?[A-Za-z]+ (?:de )?\d{4}/g, '');
        expect(shown).not.toMatch(/(?<![–\d])2(?![–\d])|(?<!(?:least|menos) )\b1(?!–)\b/);
      }
    }
  });

  test('no run of an article is longer than 60 words', () => {
    let body = 0;
    const long = withForeign(facts(), () => {
      body++;
      return Array.from({ length: 400 }, (_, i) => `w${body}x${i}`).join(' ');
    });
    const out = JSON.stringify(composeBriefing(long, language));
    let run = 0;
    let longest = 0;
    let last = ['', -1] as readonly [string, number];
    for (const [, text = '', place] of out.matchAll(/w(\d+)x(\d+)/g)) {
      run = last[0] === text && last[1] + 1 === Number(place) ? run + 1 : 1;
      longest = Math.max(longest, run);
      last = [text, Number(place)];
    }
    expect(longest).toBeGreaterThan(20);
    expect(longest).toBeLessThanOrEqual(60);
  });

  test('the same facts give the same briefing', () => {
    expect(composeBriefing(facts(), language)).toEqual(composeBriefing(facts(), language));
  });
});

describe('composeBriefing', () => {
  test('paths of the machine are in no briefing', () => {
    for (const language of BRIEFING_LANGUAGES) {
      expect(JSON.stringify(composeBriefing(facts(), language))).not.toMatch(/file:|jsonl/);
    }
  });

  test('both languages have the same sections and leads of foreign text', () => {
    const [en, es] = BRIEFING_LANGUAGES.map((language) => composeBriefing(facts(), language));
    expect(en?.sections.map(({ part, items }) => [part, items.length])).toEqual(
      es?.sections.map(({ part, items }) => [part, items.length]),
    );
    expect(en?.sources.length).toBe(es?.sources.length);
    const heads = [en, es].map((one) => one?.sections.map(({ heading }) => heading).join());
    expect(heads[0]).not.toBe(heads[1]);
  });

  test('a closed alert and one that subsided are no bottom line', () => {
    const closed = alertView({
      id: 'c3c3c3c3c3c3c3c3' as AlertId,
      state: 'closed',
      closed: 'explained',
      stands: false,
    });
    const briefing = composeBriefing(facts({ alerts: [closed] }), 'en');
    const texts = sentencesOf(briefing).map(({ text }) => text);
    expect(texts).toContain('No alert stands.');
    expect(texts).toContain('It was closed: explained otherwise.');
    expect(texts).toContain('The newest measurement does not reach the threshold any more.');
  });

  test('wide facts take no longer than they must', () => {
    const many = Array.from({ length: 2000 }, () => alertView());
    const cascades = Array.from({ length: 500 }, () => facts().cascades[0]!);
    const briefing = composeBriefing(facts({ alerts: many, cascades }), 'en');
    expect(briefing.sources.length).toBeLessThan(200);
  });
});
