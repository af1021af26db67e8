/**
 * One small desk as records for the tests of exports. Every outlet, person, text and date in it is made
 * up; bodies are numbered words (`w0 w1 w2 …`), so that a test can see how long a run of them leaves.
 */
import type { AlertView } from '../../domain/alert-views.ts';
import type { ExportRecord } from '../../domain/exports.ts';
import type { AlertId, CaptureId, CheckId, EntryId } from '../../domain/ids.ts';
import { digestOf } from '../../domain/ids.ts';
import type { EventView, ReadingView, StatementView } from '../../domain/reading-views.ts';
import type { ArticleView } from '../../domain/views.ts';
import { article, dayOf, pierCascade, START } from '../invented.fixture.ts';

/** Words `w{from}` to `w{to - 1}`. */
export function numbered(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ');
}

const at = (begin: number, text: string) => ({ span: { begin, end: begin + text.length }, text });
const id = (words: string): string => digestOf(words).slice(0, 16);

/** Three neighbouring pieces that together would be 165 words of the body. */
const PIECES = [numbered(0, 55), numbered(55, 110), numbered(110, 165)];

/** The article that the reading is of; its text has two characters beyond the basic plane. */
export const READ: ArticleView = article('Valdoria Courier', {
  published: dayOf(START),
  authors: ['Ana Invented'],
});
export const PAIRS = { [READ.id]: [4, 10] };

export const STATEMENT: StatementView = {
  source: {
    ...at(400, 'the minister'),
    form: 'described',
    entity: 'person:lena',
    name: 'Lena Made-Up',
  },
  role: { ...at(420, 'minister of ports'), former: false },
  cue: { ...at(430, 'falsely claimed'), polarity: 'falsely-claims' },
  content: PIECES.map((text, i) => ({ ...at(20 + i * 400, text), hiddenWords: 0 })),
  mode: 'direct',
  venue: at(450, 'at a hearing'),
  uttered: { ...at(460, 'on Monday'), value: '2024-09-23' },
  via: [{ ...at(470, 'Bay Wire'), form: 'named', entity: 'organisation:bay', name: 'Bay Wire' }],
  within: undefined,
};

const EVENT: EventView = {
  type: 'COERCE',
  kind: 'expel',
  status: 'happened',
  ...at(500, 'expelled'),
  actors: [{ ...at(490, 'Valdoria'), state: 'FR' }],
  recipients: [{ ...at(510, 'Igor Made-Up'), state: undefined }],
  place: at(520, 'Port Valdor'),
  date: { ...at(530, 'in September'), value: '2024-09' },
  sentence: { ...at(488, numbered(200, 230)), hiddenWords: 0 },
  told: undefined,
};

export const READING: ReadingView = {
  reader: 'invented@1.0',
  statements: [STATEMENT],
  events: [EVENT, { ...EVENT, status: 'planned' }],
  counts: [],
  positions: [],
  staleness: [],
  named: [
    { entity: 'person:lena', name: 'Lena Made-Up', kind: 'person', state: 'FR', times: 2 },
    { entity: 'person:igor', name: 'Igor Made-Up', kind: 'person', state: 'RU', times: 1 },
    { entity: 'organisation:bay', name: 'Bay Wire', kind: 'organisation', state: 'FR', times: 1 },
    { entity: 'place:port', name: 'Port Valdor', kind: 'place', state: 'FR', times: 1 },
    { entity: 'state:FR', name: 'Valdoria', kind: 'state', state: 'FR', times: 1 },
    { entity: 'office:ports', name: 'Minister of Ports', kind: 'office', state: 'FR', times: 1 },
    { entity: 'other:x', name: 'Autumn Fair', kind: 'other', state: undefined, times: 1 },
  ],
  refused: {},
};

export const CASCADE = pierCascade();

const ALERT: AlertView = {
  alert: {
    id: id('alert') as AlertId,
    measure: 'state-pickup',
    unit: `cascade:${CASCADE.id}`,
    subject: CASCADE.title,
    value: 4,
    at: START,
    findings: [{ code: 'state-outlet-earliest', figures: { outlet: 'X', state: 'FR' }, refs: [] }],
    counter: [{ code: 'order-open', figures: {}, refs: [] }],
    confidence: 'likely',
    indicator: 'pickup',
    severity: 'medium',
    threshold: 3,
    raisedAt: START,
    measuredAt: START + 1000,
    state: 'new',
    assignee: 'someone of the desk',
    closed: undefined,
    stands: true,
    version: '0.1.0',
    indicatorDigest: digestOf('indicator'),
  },
  indicator: undefined,
  events: [],
  passages: [
    {
      ref: { kind: 'passage', article: READ.id, span: { begin: 20, end: 20 + PIECES[0]!.length } },
      quote: PIECES[0]!,
      before: '',
      after: '',
      label: 'An invented headline',
    },
    { ref: { kind: 'cascade', cascade: CASCADE.id }, label: 'A cascade' },
  ],
};

/** A check by the checker of this name, at this address. */
export function check(checker: string, url: string | undefined): ExportRecord {
  return {
    kind: 'check',
    check: {
      id: id(`check ${checker} ${url}`) as CheckId,
      claim: 'The port workers were never asked.',
      title: 'They were asked',
      language: 'en',
      ...(url !== undefined && { url }),
      checker,
      checked: dayOf(START),
      rating: 'Bulo',
      ratingScale: { value: 1, best: 5, worst: 1 },
      claimedBy: 'Lena Made-Up',
      appearances: ['https://valdoria-courier.example/a', 'file:/home/x/y.html'],
      outlets: [],
    },
    verdict: 'false',
    capture: { digest: digestOf(`check ${checker}`) },
  };
}

/** An entry of the ledger whose evidence is `READ`. */
export const ENTRY: ExportRecord = {
  kind: 'entry',
  sender: 'RU',
  host: 'MX',
  measure: 'level',
  unit: 'diplomats',
  scope: 'embassy',
  entry: {
    id: id('entry') as EntryId,
    count: '1–2',
    asOf: { first: '2024-03-01', last: '2024-03-31' },
    kind: 'official-list',
    source: { name: 'Invented List', url: 'https://list.example/', date: '2024-03' },
    stated: 'diplomatic officers',
    note: undefined,
    evidence: { capture: id('list') as CaptureId, line: 3 },
  },
  bounds: { min: 1, max: 2 },
  pairs: {},
};

const ARTICLES = [READ, ...CASCADE.echoes.map((echo) => echo.article)];

/** The whole desk, in the order of exports. */
export const RECORDS: readonly ExportRecord[] = [
  {
    kind: 'head',
    version: '0.1.0',
    title: 'An invented watch',
    host: 'MX',
    sponsors: ['RU'],
    at: START,
    articles: ARTICLES.length,
  },
  {
    kind: 'outlet',
    domain: READ.domain,
    name: READ.outlet,
    facts: [
      {
        domain: READ.domain,
        owner: 'Olga Made-Up',
        country: 'FR',
        affiliation: 'state-controlled',
        labels: ['SC'],
        source: { name: 'Invented Matrix', url: 'https://matrix.example/', date: '2024' },
      },
    ],
  },
  ...ARTICLES.map(
    (one): ExportRecord => ({
      kind: 'article',
      article: one,
      mediaType: 'text/html; charset=utf-8',
      length: 5000,
    }),
  ),
  check('Own Desk', 'https://checks.own.example/1'),
  { kind: 'reading', article: READ, reading: READING, pairs: PAIRS },
  { kind: 'cascade', cascade: CASCADE, checks: [], pairs: {} },
  ENTRY,
  { kind: 'alert', view: ALERT, pairs: PAIRS },
];
