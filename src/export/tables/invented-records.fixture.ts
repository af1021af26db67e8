/** Invented records of each kind for the tests of exports. Every outlet, text, person and date is made up. */

import type {
  ExportAlert,
  ExportEntry,
  ExportReading,
  ExportRecord,
} from '../../domain/exports.ts';
import type { AlertId, CaptureId, CheckId, EntryId } from '../../domain/ids.ts';
import type { StatementView } from '../../domain/reading-views.ts';
import {
  article,
  cascade,
  dayOf,
  earliest,
  echo,
  minuteAt,
  passage,
  START,
} from '../invented.fixture.ts';
import { ladderOver } from '../invented-ladder.fixture.ts';
import { DAY, HOUR } from '../moments.ts';

export const FIRST = article('Radio Valdoria', {
  published: dayOf(START - DAY),
  authors: ['A. Invented', 'Bay Wire'],
  modified: minuteAt(START),
  firstSeen: minuteAt(START - HOUR),
  basedOn: ['https://bay-wire.example/1'],
});
export const SECOND = article('Diario Bahía', {
  published: minuteAt(START),
  language: 'es',
  title: '=cmd|"no, nobody" asked',
  capture: { ...FIRST.capture, origin: 'https://diario-bah-a.example/feed' },
});
export const THIRD = article('Canal Uno', {
  domain: 't.me/canaluno',
  url: undefined,
  published: undefined,
});

const PIECE = { span: { begin: 4, end: 20 }, text: 'nobody asked us', hiddenWords: 0 };
const STATEMENT: StatementView = {
  source: {
    span: { begin: 0, end: 3 },
    text: 'she',
    form: 'pronoun',
    entity: 'person:ana',
    name: 'Ana Invented',
  },
  role: { text: 'port speaker', span: { begin: 30, end: 42 }, former: true },
  cue: { text: 'said', span: { begin: 22, end: 26 }, polarity: 'says' },
  content: [PIECE, { ...PIECE, span: { begin: 50, end: 60 }, text: 'word '.repeat(55).trim() }],
  mode: 'mixed',
  venue: { text: 'at the pier', span: { begin: 2, end: 13 } },
  uttered: { span: { begin: 1, end: 2 }, text: 'on Monday', value: '2024-09-23' },
  via: [
    {
      span: { begin: 0, end: 3 },
      text: 'Bay Wire',
      form: 'named',
      entity: undefined,
      name: undefined,
    },
  ],
  within: undefined,
};

export const READING: ExportReading = {
  kind: 'reading',
  article: FIRST,
  pairs: { [FIRST.id]: [1, 8] },
  reading: {
    reader: 'invented@1',
    statements: [
      STATEMENT,
      {
        ...STATEMENT,
        source: undefined,
        role: undefined,
        cue: undefined,
        uttered: undefined,
        within: 0,
      },
    ],
    events: [
      {
        type: 'COERCE',
        kind: 'expel',
        status: 'planned',
        text: 'will expel',
        span: { begin: 9, end: 19 },
        actors: [{ text: 'Valdoria', span: { begin: 0, end: 8 }, state: 'XV' }],
        recipients: [{ text: 'three staff', span: { begin: 20, end: 31 }, state: undefined }],
        place: { text: 'in the capital', span: { begin: 3, end: 17 } },
        date: { text: 'on Monday', span: { begin: 1, end: 2 }, value: '2024-09-23' },
        sentence: {
          span: { begin: 0, end: 32 },
          text: 'Valdoria will expel three staff.',
          hiddenWords: 0,
        },
        told: 0,
      },
    ],
    counts: [],
    positions: [],
    staleness: [],
    named: [],
    refused: {},
  },
};

const LED = echo(SECOND, FIRST, {
  credit: 'dropped',
  copyType: 'cut',
  creditText: 'a station of the coast',
  creditIn: 'text',
  title: { from: 'Nobody asked', to: '=1+1' },
  alterations: [{ kind: 'figure-changed', from: '3', to: '30' }],
  passages: [
    passage('nobody asked -us-+them+', { words: 3 }),
    passage('=SUM(1) the pier was leased', { words: 9 }),
  ],
});
export const RIVALLED = {
  ...LED,
  parent: {
    ...LED.parent!,
    rivals: [{ article: THIRD.id, outlet: THIRD.outlet }],
    confidence: 0.5,
    bothCredit: [{ id: 'bay-wire.example', name: 'Bay Wire' }],
  },
};

/** The view of a cascade of three: an earliest one, an echo with a rival, an undated one. */
export const CASCADE = cascade('three', [
  earliest(FIRST),
  RIVALLED,
  { ...earliest(THIRD), role: 'undated' },
]);

const ENTRY: ExportEntry = {
  kind: 'entry',
  sender: 'XV',
  host: 'XW',
  measure: 'level',
  unit: 'diplomats',
  scope: 'embassy',
  bounds: { min: 1, max: 2 },
  pairs: {},
  entry: {
    id: 'e000000000000001' as EntryId,
    count: '1–2',
    asOf: { first: '2024-09-01', last: '2024-09-30' },
    kind: 'official-list',
    source: { name: 'Invented list', url: 'https://list.example/', date: '2024-09' },
    stated: 'on the diplomatic list',
    note: '- as printed',
    evidence: { capture: 'c000000000000001' as CaptureId, line: 3 },
  },
};

const STATED_BY_PRESS: ExportEntry = {
  ...ENTRY,
  bounds: { min: 9, max: null },
  pairs: { [FIRST.id]: [2] },
  entry: {
    ...ENTRY.entry,
    id: 'e000000000000002' as EntryId,
    count: 'at least 9',
    evidence: { article: FIRST.id, span: { begin: 4, end: 30 } },
  },
};

export const ALERT: ExportAlert = {
  kind: 'alert',
  pairs: {},
  view: {
    alert: {
      id: 'a000000000000001' as AlertId,
      indicator: 'pickup',
      measure: 'state-pickup',
      unit: `cascade:${CASCADE.id}`,
      subject: CASCADE.title,
      value: 4,
      threshold: 3,
      at: START,
      findings: [
        {
          code: 'picked-up-unattributed',
          figures: { publishers: 4 },
          refs: [
            { kind: 'cascade', cascade: CASCADE.id },
            { kind: 'article', article: FIRST.id },
          ],
        },
      ],
      counter: [
        {
          code: 'order-open',
          figures: {},
          refs: [{ kind: 'passage', article: FIRST.id, span: { begin: 1, end: 3 } }],
        },
      ],
      confidence: 'likely',
      severity: 'medium',
      raisedAt: START + HOUR,
      measuredAt: START + 2 * HOUR,
      state: 'assigned',
      assignee: 'somebody at the desk',
      closed: undefined,
      stands: true,
      version: '0.1.0',
      indicatorDigest: 'd'.repeat(64),
    },
    indicator: undefined,
    events: [
      { alert: 'a000000000000001' as AlertId, at: START, by: 'desk', action: 'raised', value: 4 },
      {
        alert: 'a000000000000001' as AlertId,
        at: START,
        by: 'an analyst',
        action: 'noted',
        note: 'a private note',
      },
    ],
    passages: [],
  },
};

const CLOSED: ExportAlert = {
  ...ALERT,
  view: {
    ...ALERT.view,
    alert: {
      ...ALERT.view.alert,
      id: 'a000000000000002' as AlertId,
      state: 'closed',
      closed: 'explained',
    },
    indicator: {
      id: 'pickup',
      measure: 'state-pickup',
      title: { en: 'Invented pickup', es: 'Eco inventado' },
      why: { en: 'So.', es: 'Sí.' },
      severity: 'medium',
      threshold: 3,
      lookBackDays: 30,
      windowDays: 7,
      baselineDays: 0,
      rivals: [{ en: 'One wire for all.', es: 'Una agencia para todos.' }],
      clears: [{ en: 'A credit.', es: 'Un crédito.' }],
      enabled: true,
    },
  },
};

const CHECK_ID = 'f000000000000001' as CheckId;

/** One record of each kind at least, in the order of exports. */
export const RECORDS: readonly ExportRecord[] = [
  {
    kind: 'head',
    version: '0.1.0',
    title: 'Invented watch',
    host: 'XW',
    sponsors: ['XV'],
    at: START + DAY,
    articles: 3,
  },
  {
    kind: 'outlet',
    domain: FIRST.domain,
    name: 'Radio Valdoria',
    facts: [
      {
        domain: FIRST.domain,
        country: 'XV',
        affiliation: 'state-controlled',
        labels: ['SC'],
        source: { name: 'List A', date: '2024' },
      },
      {
        domain: FIRST.domain,
        affiliation: 'unknown',
        owner: 'Nobody & Sons',
        name: 'Valdoria Radio',
        source: { name: 'List B', url: 'https://list-b.example/' },
      },
    ],
  },
  { kind: 'outlet', domain: SECOND.domain, name: 'Diario Bahía', facts: [] },
  ...[FIRST, SECOND, THIRD].map(
    (view) => ({ kind: 'article', article: view, mediaType: 'text/html', length: 1234 }) as const,
  ),
  {
    kind: 'check',
    check: {
      id: CHECK_ID,
      claim: 'Port workers were asked.',
      title: 'No, they were not',
      checker: 'Invented Check',
      rating: 'Pants',
      ratingScale: { value: 1.5, best: 5, worst: 1 },
      checked: dayOf(START),
      claimedBy: 'A. Invented',
      claimed: dayOf(START - DAY),
      list: 'Invented list of checks',
      url: 'https://check.example/1',
      language: 'en',
      appearances: ['https://a.example/1'],
      outlets: ['Radio Valdoria'],
    },
    verdict: 'false',
    capture: { digest: 'b'.repeat(64) },
  },
  READING,
  {
    kind: 'cascade',
    cascade: { ...CASCADE, ladder: ladderOver(FIRST, SECOND, THIRD, FIRST) },
    checks: [],
    pairs: { [SECOND.id]: [0] },
  },
  ENTRY,
  STATED_BY_PRESS,
  ALERT,
  CLOSED,
];

export async function* streamed(records: Iterable<ExportRecord>): AsyncIterable<ExportRecord> {
  for (const record of records) yield record;
}

/** All that an exporter writes, as one text. */
export async function writtenBy(
  exporter: (records: AsyncIterable<ExportRecord>) => AsyncIterable<string | Uint8Array>,
  records: Iterable<ExportRecord> = RECORDS,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of exporter(streamed(records))) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Fields whose values are the desk's own: ids, kinds and the like. All other texts come from outside. */
const OWN = new Set(
  'kind id article capture digest precision zone role reason copyType credit creditIn unit scope measure cascade action state severity confidence order type status mode form polarity code check entry verdict claim strength'.split(
    ' ',
  ),
);

/** The same records with texts from outside replaced, one after the other, by `texts`. */
export function poisoned(
  records: readonly ExportRecord[],
  texts: readonly string[],
): ExportRecord[] {
  let next = 0;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return OWN.has(key) ? value : texts[next++ % texts.length];
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, walk(part, name)]),
    );
  };
  return records.map((record) => walk(record, '') as ExportRecord);
}
