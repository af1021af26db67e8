/** Invented records for the tests of STIX. Every outlet, text, person and date is made up. */
import type {
  ExportAlert,
  ExportEntry,
  ExportReading,
  ExportRecord,
} from '../../domain/exports.ts';
import type { AlertId, CheckId, EntryId } from '../../domain/ids.ts';
import type { CheckView } from '../../domain/judgement-views.ts';
import type { SpeakerView, StatementView } from '../../domain/reading-views.ts';
import { article, cascade, dayOf, earliest, echo, passage, START } from '../invented.fixture.ts';
import { ladderOver } from '../invented-ladder.fixture.ts';
import { DAY, HOUR } from '../moments.ts';

/** The invented body of the first article: 400 words, each another one. */
export const BODY = Array.from({ length: 400 }, (_, place) => `word${place}`).join(' ');

/** `count` words of the body from the word at `from`, with their place. */
function piece(from: number, count: number) {
  const text = BODY.split(' ')
    .slice(from, from + count)
    .join(' ');
  const begin = BODY.indexOf(text);
  return { span: { begin, end: begin + text.length }, text, hiddenWords: 0 };
}

export const STATE_OUTLET = article('Radio Valdoria', { published: dayOf(START - DAY) });
export const HOUSES = ['Diario Bahía', 'El Faro Inventado', 'La Voz Inventada'].map((name, place) =>
  article(name, { language: 'es', published: dayOf(START + place * DAY) }),
);
export const UNDATED = article('Canal Uno', {
  domain: 't.me/canaluno',
  url: undefined,
  published: undefined,
});
/** Another version of the first article, of the same title, date and address. */
export const VERSION = { ...STATE_OUTLET, id: 'ffff000011112222' as typeof STATE_OUTLET.id };

const SPEAKER: SpeakerView = {
  span: { begin: 0, end: 5 },
  text: 'word0',
  form: 'named',
  entity: 'person:ana',
  name: 'Ana Invented',
};

const STATEMENT: StatementView = {
  source: SPEAKER,
  role: { text: 'word1', span: { begin: 6, end: 11 }, former: true },
  cue: { text: 'word2', span: { begin: 12, end: 17 }, polarity: 'says' },
  // Neighbours in the text: joined, they would be a run of 110 words.
  content: [piece(3, 55), piece(58, 55)],
  mode: 'mixed',
  venue: undefined,
  uttered: { span: { begin: 1, end: 2 }, text: 'on Monday', value: '2024-09-23' },
  via: [],
  within: undefined,
};

export const READING: ExportReading = {
  kind: 'reading',
  article: STATE_OUTLET,
  pairs: { [STATE_OUTLET.id]: [1, 8] },
  reading: {
    reader: 'invented@1',
    statements: [STATEMENT, { ...STATEMENT, source: undefined, role: undefined, within: 0 }],
    ...{ events: [], counts: [], positions: [], staleness: [], named: [], refused: {} },
  },
};

const [FIRST_HOUSE, SECOND_HOUSE, THIRD_HOUSE] = HOUSES as [
  typeof STATE_OUTLET,
  typeof STATE_OUTLET,
  typeof STATE_OUTLET,
];
const shared = {
  ...passage('x'),
  from: piece(120, 55),
  to: piece(120, 55),
};

export const CASCADE = {
  ...cascade('the pier', [
    earliest(STATE_OUTLET),
    ...HOUSES.map((house) =>
      echo(house, STATE_OUTLET, {
        credit: 'dropped',
        passages: [shared, { ...shared, from: piece(175, 55), to: piece(175, 55) }],
      }),
    ),
    {
      ...earliest(UNDATED),
      role: 'undated',
      comparedWith: { article: STATE_OUTLET.id, outlet: STATE_OUTLET.outlet },
    },
  ]),
  order: 'established' as const,
  ladder: ladderOver(STATE_OUTLET, FIRST_HOUSE, SECOND_HOUSE, THIRD_HOUSE),
};

const CHECK = {
  id: 'f000000000000001' as CheckId,
  claim: 'Port workers were asked.',
  title: 'No, they were not',
  checker: 'Invented Check',
  rating: 'Pants',
  checked: dayOf(START),
  url: 'https://check.example/1',
  language: 'en',
  appearances: ['https://a.example/1'],
  outlets: ['Radio Valdoria'],
};

export const CHECK_VIEW: CheckView = {
  ...CHECK,
  verdict: 'false',
  registered: false,
  confidence: 0.8,
  capture: { digest: 'b'.repeat(64), origin: 'file:/invented/place' },
};

export const ENTRY: ExportEntry = {
  ...{ kind: 'entry', sender: 'XV', host: 'XW', measure: 'level', unit: 'diplomats' },
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
    evidence: { article: STATE_OUTLET.id, span: { begin: 3, end: 9 } },
  },
};

const cascadeRef = { kind: 'cascade', cascade: CASCADE.id } as const;

export const ALERT: ExportAlert = {
  kind: 'alert',
  pairs: {},
  view: {
    alert: {
      ...{ id: 'a000000000000001' as AlertId, indicator: 'pickup', measure: 'state-pickup' },
      unit: `cascade:${CASCADE.id}`,
      subject: CASCADE.title,
      ...{ value: 4, threshold: 3, at: START },
      findings: [
        {
          code: 'state-outlet-earliest',
          figures: { outlet: 'Radio Valdoria', state: 'XV' },
          refs: [{ kind: 'article', article: STATE_OUTLET.id }],
        },
        {
          code: 'picked-up-unattributed',
          figures: { publishers: 4, days: 3 },
          refs: [
            cascadeRef,
            { kind: 'check', check: CHECK.id },
            { kind: 'entry', entry: ENTRY.entry.id },
          ],
        },
      ],
      counter: [{ code: 'some-attribute', figures: { publishers: 1 }, refs: [] }],
      ...{ confidence: 'likely', severity: 'medium' },
      raisedAt: START + HOUR,
      measuredAt: START + 2 * HOUR,
      ...{ state: 'assigned', assignee: 'somebody at the desk', closed: undefined, stands: true },
      version: '0.1.0',
      indicatorDigest: 'd'.repeat(64),
    },
    indicator: {
      ...{ id: 'pickup', measure: 'state-pickup', severity: 'medium', threshold: 3 },
      title: { en: 'Unattributed pickup', es: 'Recogida sin atribuir' },
      why: { en: 'It hides where the words are from.', es: 'Oculta de dónde vienen las palabras.' },
      ...{ lookBackDays: 30, windowDays: 3, baselineDays: 0, enabled: true },
      rivals: [{ en: 'A wire that both take.', es: 'Una agencia que ambos usan.' }],
      clears: [{ en: 'A source that they name.', es: 'Una fuente que nombran.' }],
    },
    events: [
      {
        alert: 'a000000000000001' as AlertId,
        at: START,
        by: 'an analyst',
        action: 'noted',
        note: 'a private note',
      },
    ],
    passages: [
      {
        ref: { kind: 'passage', article: STATE_OUTLET.id, span: piece(55, 55).span },
        label: STATE_OUTLET.title,
        article: { article: STATE_OUTLET.id, outlet: STATE_OUTLET.outlet },
        before: piece(45, 10).text,
        quote: piece(55, 55).text,
        after: piece(110, 10).text,
      },
    ],
  },
};

/** One record of each kind at least, in the order of exports. */
export const RECORDS: readonly ExportRecord[] = [
  {
    ...{ kind: 'head', version: '0.1.0', title: 'Invented watch', host: 'XW' },
    ...{ sponsors: ['XV', 'EU'], at: START + DAY, articles: 6 },
  },
  {
    kind: 'outlet',
    domain: STATE_OUTLET.domain,
    name: 'Radio Valdoria',
    facts: [
      {
        domain: STATE_OUTLET.domain,
        ...{ country: 'XV', affiliation: 'state-controlled', labels: ['SC'], owner: 'Ana Owner' },
        source: { name: 'List A', date: '2024', url: 'https://list.example/a' },
      },
      { domain: STATE_OUTLET.domain, affiliation: 'unknown', source: { name: 'List B' } },
    ],
  },
  ...[STATE_OUTLET, ...HOUSES, UNDATED, VERSION].map(
    (view) => ({ kind: 'article', article: view, mediaType: 'text/html', length: 1234 }) as const,
  ),
  { kind: 'check', check: CHECK, verdict: 'false', capture: { digest: 'b'.repeat(64) } },
  READING,
  { kind: 'cascade', cascade: CASCADE, checks: [CHECK_VIEW], pairs: { [STATE_OUTLET.id]: [0] } },
  ENTRY,
  ALERT,
];

export async function* streamed(records: Iterable<ExportRecord>): AsyncIterable<ExportRecord> {
  for (const record of records) yield record;
}

/** All that an exporter writes, as one text. */
export async function writtenBy(
  exporter: (records: AsyncIterable<ExportRecord>) => AsyncIterable<string | Uint8Array>,
  records: Iterable<ExportRecord> = RECORDS,
): Promise<string> {
  let text = '';
  for await (const piece of exporter(streamed(records))) text += piece;
  return text;
}
