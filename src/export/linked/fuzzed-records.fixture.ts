/** Desks drawn at random: hostile strings, missing fields, spans and moments that make no sense. */
import fc from 'fast-check';
import type { ExportRecord } from '../../domain/exports.ts';
import type { Moment } from '../../domain/moment.ts';
import { MENTION_KINDS } from '../../domain/reading.ts';
import type { ReadingView, SpeakerView, StatementView } from '../../domain/reading-views.ts';
import type { ArticleView, CascadeView, EchoView } from '../../domain/views.ts';
import { article } from '../invented.fixture.ts';
import { numbered, RECORDS, STATEMENT } from './invented-records.fixture.ts';

const HOSTILE = [
  '',
  ' ',
  '=HYPERLINK("x")',
  '</script><script>alert(1)</script>',
  'a\u0000b\u0007c\u001b[2Jd',
  '\ud800 lone \udfff',
  '\u202eesrever\u2066',
  '\ufffe\uffff\u2028',
  'e\u0301 😀 中文',
  'javascript:alert(1)',
  'https://user:pass@x.example/',
  'https://x.example/?a=<b>&c="d"',
  '__proto__',
  'role.spy',
  `${'x'.repeat(100_000)}`,
  numbered(1000, 1300),
];
const WORDS = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }));
/** Where an address is due: a path of the machine must never leave. */
const ADDRESS = fc.oneof(
  WORDS,
  fc.constantFrom('file:/home/x/y.jsonl#3', 'https://y.example/ñ?q=1#2', 'HTTP://Y.example'),
);
const MAYBE_ADDRESS = fc.option(ADDRESS, { nil: undefined });
const MAYBE_WORDS = fc.option(WORDS, { nil: undefined });
const NUMBER = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.constantFrom(-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, -8.64e15, 8.64e15),
);
const SPAN = fc.record({ begin: NUMBER, end: NUMBER });
const PIECE = fc.oneof(
  fc.record({ span: SPAN, text: WORDS, hiddenWords: fc.nat(99) }),
  WORDS.map((text) => ({ span: { begin: 7, end: 7 + text.length }, text, hiddenWords: 0 })),
);
const MOMENT: fc.Arbitrary<Moment> = fc.record({
  earliest: fc.oneof(NUMBER, fc.integer({ min: 0, max: 2e12 })),
  latest: fc.oneof(NUMBER, fc.integer({ min: 0, max: 2e12 })),
  precision: fc.constantFrom('second', 'minute', 'hour', 'day', 'month', 'year'),
  zone: fc.constantFrom('stated', 'set', 'unknown'),
});
const STATE = fc.constantFrom(
  'RU',
  'MX',
  'SU',
  'NATO',
  'SEVERAL',
  'EU',
  '',
  '__proto__',
  undefined,
);

const SPEAKER: fc.Arbitrary<SpeakerView> = fc.record({
  span: SPAN,
  text: WORDS,
  form: fc.constantFrom('named', 'described', 'pronoun', 'unstated'),
  entity: fc.option(fc.constantFrom('person:a', 'person:b', 'organisation:c'), { nil: undefined }),
  name: MAYBE_WORDS,
});

const STATEMENTS: fc.Arbitrary<StatementView> = fc.record({
  source: fc.option(SPEAKER, { nil: undefined }),
  role: fc.constantFrom(undefined, STATEMENT.role),
  cue: fc.constantFrom(undefined, STATEMENT.cue),
  content: fc.array(PIECE, { maxLength: 3 }),
  mode: fc.constantFrom('direct', 'indirect', 'mixed'),
  venue: fc.option(PIECE, { nil: undefined }),
  uttered: fc.option(fc.record({ span: SPAN, text: WORDS, value: WORDS }), { nil: undefined }),
  via: fc.array(SPEAKER, { maxLength: 2 }),
  within: fc.option(fc.nat(3), { nil: undefined }),
});

const PARTY = fc.record({ text: WORDS, span: SPAN, state: STATE });
const EVENTS = fc.record({
  type: fc.constantFrom('COERCE' as const, 'AID' as const),
  kind: fc.constantFrom('expel' as const, 'other' as const),
  status: fc.constantFrom('happened' as const, 'negated' as const, 'planned' as const),
  text: WORDS,
  span: SPAN,
  actors: fc.array(PARTY, { maxLength: 2 }),
  recipients: fc.array(PARTY, { maxLength: 2 }),
  place: fc.option(PIECE, { nil: undefined }),
  date: fc.option(
    fc.record({
      span: SPAN,
      text: WORDS,
      value: fc.oneof(WORDS, fc.constantFrom('2024-09', '2024-02-31', '0000', '2024-W38', 'P3D')),
    }),
    { nil: undefined },
  ),
  sentence: PIECE,
  told: fc.option(fc.nat(3), { nil: undefined }),
});

const READINGS: fc.Arbitrary<ReadingView> = fc.record({
  reader: fc.oneof(WORDS, fc.constant('builtin@1.0')),
  statements: fc.array(STATEMENTS, { maxLength: 3 }),
  events: fc.array(EVENTS, { maxLength: 3 }),
  counts: fc.constant([]),
  positions: fc.constant([]),
  staleness: fc.constant([]),
  named: fc.array(
    fc.record({
      entity: fc.oneof(WORDS, fc.constantFrom('person:a', 'person:b')),
      name: WORDS,
      kind: fc.constantFrom(...MENTION_KINDS),
      state: STATE,
      times: fc.nat(),
    }),
    { maxLength: 5 },
  ),
  refused: fc.constant({}),
});

const ARTICLES: fc.Arbitrary<ArticleView> = fc
  .record({
    name: fc.constantFrom('One', 'Two', 'Three', 'Four'),
    url: MAYBE_ADDRESS,
    domain: WORDS,
    outlet: WORDS,
    title: WORDS,
    language: fc.constantFrom('en', 'und', 'xx', '"', 'ru'),
    published: fc.option(MOMENT, { nil: undefined }),
    firstSeen: fc.option(MOMENT, { nil: undefined }),
    capturedAt: NUMBER,
    authors: fc.array(WORDS, { maxLength: 2 }),
    digest: fc.constantFrom(undefined, 'not a digest'),
    origin: ADDRESS,
  })
  .map(({ name, digest, origin, ...more }) => {
    const one = article(name, more);
    const capture = { digest: (digest ?? one.capture.digest) as typeof one.capture.digest, origin };
    return { ...one, capture };
  });

function echoOf(articles: readonly ArticleView[]): fc.Arbitrary<EchoView> {
  const member = fc.constantFrom(...articles);
  const named = member.map((one) => ({ article: one.id, outlet: one.outlet }));
  return fc.record({
    article: member,
    role: fc.constantFrom('earliest', 'echo', 'undated'),
    parent: fc.option(
      fc.record({
        article: member.map((one) => one.id),
        outlet: WORDS,
        reason: fc.constantFrom('names-outlet', 'most-overlap', 'earliest'),
        confidence: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), NUMBER),
        lag: fc.record({ min: NUMBER, max: NUMBER }),
        rivals: fc.array(named, { maxLength: 7 }),
        bothCredit: fc.array(fc.record({ id: WORDS, name: WORDS }), { maxLength: 2 }),
      }),
      { nil: undefined },
    ),
    comparedWith: fc.option(named, { nil: undefined }),
    copyType: fc.constantFrom(undefined, 'verbatim', 'translated'),
    credit: fc.constantFrom('kept', 'dropped', 'unknown'),
    creditText: MAYBE_WORDS,
    creditIn: fc.constant(undefined),
    title: fc.constant(undefined),
    added: fc.constant([]),
    removed: fc.constant([]),
    alterations: fc.constant([]),
    passages: fc.array(
      fc.record({
        from: PIECE,
        to: PIECE,
        diff: fc.constant([]),
        words: fc.nat(99),
        hiddenWords: fc.nat(99),
      }),
      { maxLength: 2 },
    ),
  });
}

function cascadeOf(articles: readonly ArticleView[]): fc.Arbitrary<CascadeView> {
  const plain = RECORDS.find((record) => record.kind === 'cascade')!.cascade;
  return fc
    .record({
      title: WORDS,
      echoes: fc.uniqueArray(echoOf(articles), {
        maxLength: 4,
        selector: (echo) => echo.article.id,
      }),
    })
    .map((more) => ({ ...plain, ...more }));
}

const ENTRIES = fc
  .record({
    sender: STATE,
    host: STATE,
    count: MAYBE_WORDS,
    stated: MAYBE_WORDS,
    name: WORDS,
    url: ADDRESS,
  })
  .map(({ sender, host, count, stated, name, url }): ExportRecord => {
    const plain = RECORDS.find((record) => record.kind === 'entry')!;
    const entry = { ...plain.entry, count, stated, source: { name, url } };
    return { ...plain, sender: sender ?? '', host: host ?? '', entry };
  });

function alertOf(articles: readonly ArticleView[]): fc.Arbitrary<ExportRecord> {
  const plain = RECORDS.find((record) => record.kind === 'alert')!;
  const passage = fc
    .record({
      article: fc.constantFrom(...articles),
      piece: PIECE,
      before: WORDS,
      after: WORDS,
      label: WORDS,
    })
    .map(({ article: one, piece, before, after, label }) => {
      const ref = { kind: 'passage' as const, article: one.id, span: piece.span };
      return { ref, quote: piece.text, before, after, label };
    });
  return fc
    .record({
      subject: WORDS,
      version: WORDS,
      at: NUMBER,
      passages: fc.array(passage, { maxLength: 3 }),
    })
    .map(({ subject, version, at, passages }) => {
      const alert = { ...plain.view.alert, subject, version, raisedAt: at, measuredAt: at };
      return { ...plain, view: { ...plain.view, alert, passages } };
    });
}

const CHECKS = fc
  .record({
    claim: WORDS,
    url: MAYBE_ADDRESS,
    checker: WORDS,
    rating: MAYBE_WORDS,
    value: NUMBER,
    appearances: fc.array(ADDRESS, { maxLength: 3 }),
    checked: MOMENT,
  })
  .map(({ value, url, rating, ...more }): ExportRecord => {
    const plain = RECORDS.find((record) => record.kind === 'check')!;
    const { url: _, rating: __, ...rest } = plain.check;
    const check = {
      ...rest,
      ...more,
      ...(url !== undefined && { url }),
      ...(rating !== undefined && { rating }),
      ratingScale: { value, best: 5, worst: 1 },
    };
    return { ...plain, check };
  });

const OUTLETS = fc
  .record({ domain: WORDS, name: WORDS, label: WORDS, country: WORDS, state: fc.boolean() })
  .map(({ domain, name, label, country, state }): ExportRecord => {
    const affiliation = state ? ('state-controlled' as const) : ('public' as const);
    const fact = {
      domain,
      country,
      affiliation,
      labels: [label],
      source: { name: label, url: label },
    };
    return { kind: 'outlet', domain, name, facts: [fact] };
  });

/** A whole desk in the order of exports. */
export const FUZZED: fc.Arbitrary<readonly ExportRecord[]> = fc
  .record({
    version: WORDS,
    title: MAYBE_WORDS,
    articles: fc.uniqueArray(ARTICLES, { minLength: 1, maxLength: 4, selector: (one) => one.id }),
    outlets: fc.array(OUTLETS, { maxLength: 2 }),
    checks: fc.array(CHECKS, { maxLength: 1 }),
    entries: fc.array(ENTRIES, { maxLength: 1 }),
  })
  .chain(({ version, title, articles, outlets, checks, entries }) =>
    fc
      .record({
        reading: READINGS,
        cascades: fc.array(cascadeOf(articles), { maxLength: 1 }),
        alerts: fc.array(alertOf(articles), { maxLength: 1 }),
        units: fc.uniqueArray(fc.nat(60), { maxLength: 5 }),
      })
      .map(({ reading, cascades, alerts, units }) => {
        const first = articles[0]!;
        const pairs = { [first.id]: units.sort((a, b) => a - b) };
        return [
          {
            kind: 'head',
            version,
            title,
            host: undefined,
            sponsors: [],
            at: 0,
            articles: articles.length,
          },
          ...outlets,
          ...articles.map(
            (one) =>
              ({
                kind: 'article',
                article: one,
                mediaType: one.outlet,
                length: one.capturedAt,
              }) as const,
          ),
          ...checks,
          { kind: 'reading', article: first, reading, pairs },
          ...cascades.map((cascade) => ({ kind: 'cascade', cascade, checks: [], pairs }) as const),
          ...entries,
          ...alerts,
        ];
      }),
  );
