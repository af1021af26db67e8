/** Records of every kind drawn at random, with every field of each: hostile texts, invented throughout. */
import fc from 'fast-check';
import {
  ALERT_ACTIONS,
  ALERT_STATES,
  CLOSE_REASONS,
  FINDINGS,
  MEASURES,
  SEVERITIES,
} from '../src/domain/alerts.ts';
import { VERDICTS } from '../src/domain/checks.ts';
import type { ExportRecord } from '../src/domain/exports.ts';
import { ESTIMATES, MERGE_REASONS, RUNGS } from '../src/domain/judgement.ts';
import { ENTRY_SOURCES } from '../src/domain/ledger.ts';
import {
  CUE_POLARITIES,
  EVENT_KINDS,
  EVENT_STATUSES,
  MENTION_KINDS,
  PLOVER_TYPES,
  PRESENCE_MEASURES,
  PRESENCE_SCOPES,
  PRESENCE_UNITS,
  QUOTE_MODES,
  READ_REFUSALS,
  STALENESS_KINDS,
  STANCES,
} from '../src/domain/reading.ts';
import {
  ALTERATION_KINDS,
  COPY_TYPES,
  CREDIT_STATES,
  PARENT_REASONS,
  WIRE_STRENGTHS,
} from '../src/domain/trace.ts';
import { WIRE_CLAIMS } from '../src/domain/views.ts';
import { AFFILIATIONS } from '../src/domain/watch.ts';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '__proto__',
    '=1+1',
    '</script>',
    '\u2028\u0085',
    '\u202eabc',
    '\ud800',
    '\0',
  ),
);
const COUNT = fc.nat(1_000_000);
const NUMBER = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-9 }),
);
const HEX = fc.stringMatching(/^[0-9a-f]{16}$/);
const DIGEST = fc.stringMatching(/^[0-9a-f]{64}$/);
const BOOL = fc.boolean();
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 });
const dictionary = <T>(keys: fc.Arbitrary<string>, of: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(keys, of), { maxLength: 2 }).map((all) => Object.fromEntries(all));
const from = <T>(known: readonly T[]) => fc.constantFrom(...known);

/** Two numbers, the lower one first. */
const sorted = <L extends string, H extends string>(of: fc.Arbitrary<number>, low: L, high: H) =>
  fc.tuple(of, of).map(([a, b]) => ({ [low]: Math.min(a, b), [high]: Math.max(a, b) }));

const SPAN = sorted(COUNT, 'begin', 'end');
const MOMENT = fc
  .tuple(
    sorted(NUMBER, 'earliest', 'latest'),
    fc.record({
      precision: from(['second', 'minute', 'hour', 'day', 'month', 'year']),
      zone: from(['stated', 'set', 'unknown']),
    }),
  )
  .map(([bounds, more]) => ({ ...bounds, ...more }));
const RANGE = fc
  .tuple(sorted(COUNT, 'min', 'max'), BOOL)
  .map(([range, open]) => (open ? { ...range, max: null } : range));
const SOURCE = fc.record({ name: TEXT, url: maybe(TEXT), date: maybe(TEXT) });
const MEMBER = fc.record({ article: HEX, outlet: TEXT });
const QUOTED = fc.record({ span: SPAN, text: TEXT, hiddenWords: COUNT });
const WORDS = fc.record({ text: TEXT, span: SPAN });
const EVIDENCE = fc.record({
  article: HEX,
  outlet: TEXT,
  span: SPAN,
  text: TEXT,
  hiddenWords: COUNT,
});
const PAIRS = dictionary(fc.oneof(HEX, fc.constant('__proto__')), list(COUNT));

const ARTICLE = fc.record({
  id: HEX,
  url: maybe(TEXT),
  domain: TEXT,
  outlet: TEXT,
  title: TEXT,
  language: TEXT,
  published: maybe(MOMENT),
  firstSeen: maybe(MOMENT),
  capturedAt: NUMBER,
  modified: maybe(MOMENT),
  authors: maybe(list(TEXT)),
  basedOn: maybe(list(TEXT)),
  words: COUNT,
  capture: fc.record({ digest: DIGEST, origin: TEXT }),
});

const FACT = fc.record({
  domain: TEXT,
  name: maybe(TEXT),
  owner: maybe(TEXT),
  country: maybe(TEXT),
  affiliation: maybe(from(AFFILIATIONS)),
  labels: maybe(list(TEXT)),
  source: SOURCE,
});

const CHECK = {
  id: HEX,
  claim: TEXT,
  title: maybe(TEXT),
  summary: maybe(TEXT),
  language: maybe(TEXT),
  url: maybe(TEXT),
  checker: TEXT,
  checked: maybe(MOMENT),
  rating: maybe(TEXT),
  ratingScale: maybe(fc.record({ value: NUMBER, best: NUMBER, worst: NUMBER })),
  claimedBy: maybe(TEXT),
  claimed: maybe(MOMENT),
  appearances: list(TEXT),
  outlets: list(TEXT),
  list: maybe(TEXT),
};

const TIME = fc.record({ span: SPAN, text: TEXT, value: TEXT });
const SPEAKER = fc.record({
  span: SPAN,
  text: TEXT,
  form: from(['named', 'described', 'pronoun', 'unstated']),
  entity: maybe(TEXT),
  name: maybe(TEXT),
});
const PARTY = fc.record({ text: TEXT, span: SPAN, state: maybe(TEXT) });

const STATEMENT = fc.record({
  source: maybe(SPEAKER),
  role: maybe(fc.record({ text: TEXT, span: SPAN, former: BOOL })),
  cue: maybe(fc.record({ text: TEXT, span: SPAN, polarity: from(CUE_POLARITIES) })),
  content: list(QUOTED),
  mode: from(QUOTE_MODES),
  venue: maybe(WORDS),
  uttered: maybe(TIME),
  via: list(SPEAKER),
  within: maybe(COUNT),
});

const EVENT = fc.record({
  type: from(PLOVER_TYPES),
  kind: from(EVENT_KINDS),
  status: from(EVENT_STATUSES),
  text: TEXT,
  span: SPAN,
  actors: list(PARTY),
  recipients: list(PARTY),
  place: maybe(WORDS),
  date: maybe(TIME),
  sentence: QUOTED,
  told: maybe(COUNT),
});

const READING = fc.record({
  reader: TEXT,
  statements: list(STATEMENT),
  events: list(EVENT),
  counts: list(
    fc.record({
      measure: from(PRESENCE_MEASURES),
      number: maybe(RANGE),
      unit: from(PRESENCE_UNITS),
      scope: from(PRESENCE_SCOPES),
      sender: maybe(PARTY),
      host: maybe(PARTY),
      asOf: maybe(TIME),
      status: from(EVENT_STATUSES),
      quoted: QUOTED,
      told: maybe(COUNT),
    }),
  ),
  positions: list(
    fc.record({
      stance: from(STANCES),
      holder: PARTY,
      towards: PARTY,
      quoted: QUOTED,
      told: maybe(COUNT),
    }),
  ),
  staleness: list(fc.record({ kind: from(STALENESS_KINDS), text: TEXT, span: SPAN })),
  named: list(
    fc.record({
      entity: TEXT,
      name: TEXT,
      kind: from(MENTION_KINDS),
      state: maybe(TEXT),
      times: COUNT,
    }),
  ),
  refused: dictionary(from(READ_REFUSALS), COUNT),
});

const LADDER = fc.record({
  rungs: list(
    fc.record({
      kind: from(RUNGS),
      bounds: sorted(COUNT, 'atLeast', 'atMost'),
      units: list(fc.record({ key: TEXT, name: TEXT, articles: list(MEMBER) })),
      merges: list(
        fc.record({
          a: TEXT,
          b: TEXT,
          aName: TEXT,
          bName: TEXT,
          reason: from(MERGE_REASONS),
          sure: BOOL,
          note: maybe(TEXT),
          evidence: list(EVIDENCE),
        }),
      ),
    }),
  ),
  circles: list(
    fc.record({ steps: list(fc.record({ from: TEXT, to: TEXT, evidence: EVIDENCE })) }),
  ),
  root: maybe(fc.record({ name: TEXT, evidence: list(EVIDENCE) })),
});

const ECHO = fc.record({
  article: ARTICLE,
  role: from(['earliest', 'echo', 'undated']),
  parent: maybe(
    fc.record({
      article: HEX,
      outlet: TEXT,
      reason: from(PARENT_REASONS),
      confidence: NUMBER,
      lag: sorted(NUMBER, 'min', 'max'),
      rivals: list(MEMBER),
      bothCredit: list(fc.record({ id: TEXT, name: TEXT })),
    }),
  ),
  comparedWith: maybe(MEMBER),
  copyType: maybe(from(COPY_TYPES)),
  credit: from(CREDIT_STATES),
  creditText: maybe(TEXT),
  creditIn: maybe(from(['text', 'authors', 'based-on'])),
  title: maybe(fc.record({ from: TEXT, to: TEXT })),
  added: list(TEXT),
  removed: list(TEXT),
  alterations: list(fc.record({ kind: from(ALTERATION_KINDS), from: TEXT, to: TEXT })),
  passages: list(
    fc.record({
      from: WORDS,
      to: WORDS,
      diff: list(fc.record({ kind: from(['same', 'added', 'removed']), text: TEXT })),
      words: COUNT,
      hiddenWords: COUNT,
    }),
  ),
});

const PLACE = fc.oneof(
  fc.record({ kind: fc.constant('text'), span: SPAN }),
  fc.record({ kind: fc.constant('authors'), words: TEXT }),
  fc.record({ kind: fc.constant('based-on'), url: TEXT }),
);

const WIRE = fc.record({
  id: TEXT,
  name: TEXT,
  claim: from(WIRE_CLAIMS),
  others: COUNT,
  crediting: COUNT,
  own: list(MEMBER),
  ownEarliest: BOOL,
  earliestCredits: list(MEMBER),
  credits: list(
    fc.record({
      article: HEX,
      outlet: TEXT,
      strength: from(WIRE_STRENGTHS),
      place: PLACE,
      before: TEXT,
      text: TEXT,
      after: TEXT,
      covers: BOOL,
    }),
  ),
});

const CASCADE = fc.record({
  id: HEX,
  title: TEXT,
  order: from(['established', 'open', 'undated']),
  earliest: list(ARTICLE),
  articles: COUNT,
  reach: COUNT,
  languages: list(TEXT),
  spreadMs: NUMBER,
  droppedCredits: COUNT,
  wires: list(WIRE),
  ladder: maybe(LADDER),
  echoes: list(ECHO),
});

const MATCH = fc.record({
  ...CHECK,
  verdict: maybe(from(VERDICTS)),
  registered: BOOL,
  confidence: NUMBER,
  capture: fc.record({ digest: DIGEST, origin: TEXT }),
});

const ENTRY = fc.record({
  id: HEX,
  count: maybe(TEXT),
  asOf: maybe(
    fc.constantFrom(
      { first: '2024-03-01', last: '2024-03-31' },
      { first: '2024-03-01', last: '2024-03-01' },
    ),
  ),
  kind: from(ENTRY_SOURCES),
  source: SOURCE,
  stated: maybe(TEXT),
  note: maybe(TEXT),
  evidence: fc.oneof(
    fc.record({ article: HEX, span: SPAN }),
    fc.record({ capture: HEX, line: maybe(COUNT) }),
  ),
});

const REF = fc.oneof(
  fc.record({ kind: fc.constant('passage'), article: HEX, span: SPAN }),
  ...(['article', 'cascade', 'check', 'entry'] as const).map((kind) =>
    HEX.map((id) => ({ kind, [kind]: id })),
  ),
  fc.record({ kind: fc.constant('source'), source: TEXT }),
);
const FINDING = fc.record({
  code: from(FINDINGS),
  figures: dictionary(TEXT, fc.oneof(TEXT, NUMBER)),
  refs: list(REF),
});
const WORDED = fc.record({ en: TEXT, es: TEXT });

const ALERT = fc.record({
  id: HEX,
  measure: from(MEASURES),
  unit: TEXT,
  subject: TEXT,
  value: NUMBER,
  at: NUMBER,
  findings: list(FINDING),
  counter: list(FINDING),
  confidence: from(ESTIMATES),
  indicator: TEXT,
  severity: from(SEVERITIES),
  threshold: NUMBER,
  raisedAt: NUMBER,
  measuredAt: NUMBER,
  state: from(ALERT_STATES),
  assignee: maybe(TEXT),
  closed: maybe(from(CLOSE_REASONS)),
  stands: BOOL,
  version: TEXT,
  indicatorDigest: TEXT,
});

const INDICATOR = fc.record({
  id: TEXT,
  measure: from(MEASURES),
  title: WORDED,
  why: WORDED,
  severity: from(SEVERITIES),
  threshold: NUMBER,
  lookBackDays: NUMBER,
  windowDays: NUMBER,
  baselineDays: NUMBER,
  rivals: list(WORDED),
  clears: list(WORDED),
  enabled: BOOL,
});

const VIEW = fc.record({
  alert: ALERT,
  indicator: maybe(INDICATOR),
  events: list(
    fc.record({
      alert: HEX,
      at: NUMBER,
      by: TEXT,
      action: from(ALERT_ACTIONS),
      assignee: maybe(TEXT),
      reason: maybe(from(CLOSE_REASONS)),
      note: maybe(TEXT),
      value: maybe(NUMBER),
    }),
  ),
  passages: list(
    fc.record({
      ref: REF,
      quote: maybe(TEXT),
      before: maybe(TEXT),
      after: maybe(TEXT),
      language: maybe(TEXT),
      article: maybe(MEMBER),
      label: TEXT,
    }),
  ),
});

const kind = fc.constant;

/** One record of each kind; its type is what the reader says it is, not what TypeScript can see. */
export const FUZZED_RECORDS = {
  head: fc.record({
    kind: kind('head'),
    version: TEXT,
    title: maybe(TEXT),
    host: maybe(TEXT),
    sponsors: list(TEXT),
    at: NUMBER,
    articles: COUNT,
  }),
  outlet: fc.record({ kind: kind('outlet'), domain: TEXT, name: TEXT, facts: list(FACT) }),
  article: fc.record({ kind: kind('article'), article: ARTICLE, mediaType: TEXT, length: NUMBER }),
  check: fc.record({
    kind: kind('check'),
    check: fc.record(CHECK),
    verdict: maybe(from(VERDICTS)),
    capture: fc.record({ digest: DIGEST }),
  }),
  reading: fc.record({ kind: kind('reading'), article: ARTICLE, reading: READING, pairs: PAIRS }),
  cascade: fc.record({
    kind: kind('cascade'),
    cascade: CASCADE,
    checks: list(MATCH),
    pairs: PAIRS,
  }),
  entry: fc.record({
    kind: kind('entry'),
    sender: TEXT,
    host: TEXT,
    measure: from(PRESENCE_MEASURES),
    unit: from(PRESENCE_UNITS),
    scope: from(PRESENCE_SCOPES),
    entry: ENTRY,
    bounds: maybe(RANGE),
    pairs: PAIRS,
  }),
  alert: fc.record({ kind: kind('alert'), view: VIEW, pairs: PAIRS }),
} as unknown as Readonly<Record<ExportRecord['kind'], fc.Arbitrary<ExportRecord>>>;
