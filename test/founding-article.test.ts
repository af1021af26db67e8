/**
 * The founding article, read: every statement, event, count and position that the desk owes its
 * users, with source, date and offsets, and nothing that the article does not say. Its text belongs
 * to its publisher and is not part of the project; where it is absent the test says so and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '../src/domain/ids.ts';
import type { Party, Reading } from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import { shippedLexicon, shippedWeights } from '../src/pipeline/reading-data.ts';
import { openReader } from '../src/read/read.ts';

const FILE = resolve(import.meta.dirname, '../../shared/seed/spy-network-mexico.txt');
const present = existsSync(FILE);
if (!present) console.warn('skipped: no shared data (the founding article)');

/** What a statement must hold; a string must stand in what the reading gives. */
interface Expected {
  readonly content: string;
  readonly source?: string;
  readonly name?: string;
  readonly polarity?: string;
  readonly mode?: string;
  readonly role?: string;
  readonly former?: boolean;
  readonly venue?: string;
  readonly uttered?: string;
  readonly via?: string;
}

const STATEMENTS: readonly Expected[] = [
  {
    content: 'has a significant presence in Mexico, using it as a strategic hub',
    name: 'Glen VanHerck',
    polarity: 'warns',
    role: 'head of US Northern Command',
  },
  {
    content: 'the Kremlin has significantly expanded its diplomatic and intelligence personnel',
    source: 'US intelligence officials',
  },
  { content: 'serve a dual purpose', source: 'NBC News' },
  {
    content: 'Russia is using Mexico as a launchpad',
    name: 'William Burns',
    role: 'CIA Director',
    mode: 'indirect',
  },
  {
    content: 'They’re looking for places to go and operate',
    name: 'William Burns',
    role: 'CIA Director',
    mode: 'direct',
    venue: 'talk in London',
  },
  {
    content: 'the US government remains highly vigilant',
    source: 'He',
    name: 'William Burns',
    mode: 'indirect',
  },
  {
    content: 'foreign policy adheres to principles of "non-intervention',
    name: 'Claudia Sheinbaum',
    mode: 'mixed',
  },
  {
    content: 'The largest portion of GRU members outside of Russia is currently in Mexico',
    name: 'Glen VanHerck',
    role: 'head of US Northern Command',
    mode: 'direct',
    venue: 'Senate hearing',
    uttered: '2022',
  },
  {
    content: 'the US was recruiting members of Mexican drug cartels to fight in Ukraine',
    source: 'the Russian ambassador to Mexico',
    polarity: 'falsely-claims',
  },
  {
    content: '"benign environment" allows Russian intelligence to operate',
    source: 'Former CIA officers',
    mode: 'mixed',
  },
  {
    content: 'Mexico provides an ideal location for Russian agents',
    name: 'Douglas London',
    role: 'former senior CIA operations officer',
    former: true,
    mode: 'direct',
  },
];

/**
 * Where else the article tells what somebody says, thinks of or stands for: none of these is owed, and
 * nothing beside these is there.
 */
const TOLERATED: readonly string[] = [
  'spy network expanding in Mexico',
  'global conflicts',
  'Mexico’s position',
  'Ukraine through military aid',
  'increasing its espionage efforts',
  'this increase',
  'an enticing location',
  'clear disappointment with Mexico’s position',
  'disappointment with Mexico’s position',
  'as enshrined in the country’s Constitution',
  "Russia's invasion",
  'the supply of arms to Ukraine',
  'dialogue between Kyiv and Moscow',
  'the gravity of the situation',
  'narratives',
  'influence public opinion',
  'implications for US national security',
  'Mexican media outlets',
  'the high stakes of the war',
];

describe.skipIf(!present)('the founding article', () => {
  let text = '';
  let reading: Reading;
  beforeAll(() => {
    text = readFileSync(FILE, 'utf8');
    reading = openReader({ lexicon: shippedLexicon, weights: shippedWeights })({
      id: '0123456789abcdef' as ArticleId,
      text,
      language: 'en',
      outlet: 'bne IntelliNews',
      published: '2024-09-23',
    });
  });
  const at = ({ begin, end }: Span): string => text.slice(begin, end);
  const contentOf = (one: Reading['attributions'][number]): string =>
    one.content.map(at).join(' … ');
  const states = (parties: readonly Party[]): (string | undefined)[] =>
    parties.map(({ state }) => state);

  it.each(STATEMENTS.map((one) => [one.content, one] as const))(
    'states: %s',
    (_content, expected) => {
      const all = reading.attributions.filter((one) => contentOf(one).includes(expected.content));
      const found = all.filter(({ source }) =>
        expected.name === undefined
          ? (source?.text ?? '').includes(expected.source!)
          : source?.name === expected.name,
      );
      expect(found.length, all.map(({ source }) => source?.text).join(' | ')).toBeGreaterThan(0);
      const shown = found.map(({ source, cue, mode, role, venue, uttered }) => ({
        source: source?.text,
        polarity: cue?.polarity,
        mode,
        role: role?.text,
        former: role?.former,
        venue: venue?.text,
        uttered: uttered === undefined ? undefined : reading.dates[uttered]!.value,
      }));
      const { name: _name, content: _shared, via: _via, ...rest } = expected;
      const parts = Object.entries(rest).map(([key, value]) => [
        key,
        typeof value === 'string' && key !== 'polarity' && key !== 'mode'
          ? expect.stringContaining(value)
          : value,
      ]);
      expect(shown).toContainEqual(expect.objectContaining(Object.fromEntries(parts)));
    },
  );

  it('attributes nothing to anybody that the article does not', () => {
    const known = [...STATEMENTS.map(({ content }) => content), ...TOLERATED];
    const invented = reading.attributions
      .map(contentOf)
      .filter((content) => !known.some((one) => content.includes(one)));
    expect(invented).toEqual([]);
  });

  it('knows that Burns and the caption give no year, and VanHerck spoke in 2022', () => {
    const inYear = reading.attributions.filter(
      ({ uttered }) => uttered !== undefined && /^20\d\d/.test(reading.dates[uttered]!.value),
    );
    expect(inYear.map(({ source }) => source?.name)).toEqual(['Glen VanHerck']);
  });

  it.each([
    ['reject', 'REJECT', 'happened', 'MX', 'UA'],
    ['condemn', 'DISAPPROVE', 'happened', 'MX', 'RU'],
    ['sour', undefined, 'happened', 'MX', 'VE'],
    ['aid', 'AID', 'happened', 'US', 'UA'],
    ['parade', undefined, 'happened', 'RU', 'MX'],
  ])('tells the event %s', (kind, type, status, actor, recipient) => {
    const found = reading.events.filter((event) => event.kind === kind);
    const shown = found.map((event) => ({
      ...(type === undefined ? {} : { type: event.type }),
      status: event.status,
      actors: states(event.actors),
      recipients: states(event.recipients),
    }));
    expect(shown).toContainEqual({
      ...(type === undefined ? {} : { type }),
      status,
      actors: expect.arrayContaining([actor]),
      recipients: expect.arrayContaining([recipient]),
    });
  });

  it('tells of expulsions of Russian officers from European capitals', () => {
    const expelled = reading.events.filter(
      ({ kind, status }) => kind === 'expel' && status === 'happened',
    );
    expect(expelled.map(({ sentence }) => at(sentence))).toEqual([
      expect.stringContaining('expelled en masse from European capitals'),
    ]);
    expect(states(expelled[0]!.recipients)).toContain('RU');
  });

  it('tells of no visit of Sheinbaum to Ukraine', () => {
    const visits = reading.events.filter(({ kind }) => kind === 'visit');
    expect(visits.filter(({ status }) => status === 'happened')).toEqual([]);
  });

  it('counts: staff at the embassy grew, by no number; personnel was expanded', () => {
    const shown = reading.counts.map(({ measure, number, scope, sender, host }) => ({
      measure,
      number,
      scope,
      sender: sender?.state,
      host: host?.state,
    }));
    const rise = { measure: 'rise', number: undefined, sender: 'RU', host: 'MX' };
    expect(shown).toContainEqual({ ...rise, scope: 'embassy' });
    expect(shown.filter(({ measure }) => measure === 'rise').length).toBeGreaterThanOrEqual(2);
    expect(shown.filter(({ number }) => number !== undefined)).toEqual([]);
  });

  it('knows who stands where', () => {
    const shown = reading.positions.map(({ stance, holder, towards }) => [
      stance,
      holder.state ?? holder.text,
      towards.text,
    ]);
    expect(shown).toContainEqual(['neutral', 'MX', expect.stringMatching(/conflict|war/)]);
    expect(shown).toContainEqual(['opposes', 'MX', expect.stringContaining('arms to Ukraine')]);
    expect(shown).toContainEqual(['opposes', 'MX', expect.stringContaining('invasion')]);
  });

  it('names the same person once, however it is written', () => {
    const names = (pattern: RegExp): Set<string> =>
      new Set(reading.mentions.filter(({ text }) => pattern.test(text)).map((m) => m.entity));
    expect(names(/VanHerck/).size).toBe(1);
    expect(names(/Sheinbaum/).size).toBe(1);
    expect(names(/Obrador|AMLO/).size).toBe(1);
    expect(names(/Burns/).size).toBe(1);
  });

  it('dates October 1 by the day of publication', () => {
    expect(reading.dates.map(({ text: words, value }) => [words, value])).toContainEqual([
      'October 1',
      '2024-10-01',
    ]);
  });

  it('points at what it names, everywhere', () => {
    const phrases = [
      ...reading.mentions,
      ...reading.dates,
      ...reading.events,
      ...reading.counts,
      ...reading.positions,
      ...reading.staleness,
      ...reading.attributions.flatMap(({ source, cue, role, venue }) =>
        [source, cue, role, venue].filter((one) => one !== undefined),
      ),
    ];
    expect(phrases.length).toBeGreaterThan(50);
    for (const phrase of phrases) expect(at(phrase.span)).toBe(phrase.text);
  });
});
