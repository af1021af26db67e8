/** Invented views for the tests of this room. Every outlet, text and date in them is made up. */
import { type ArticleId, type CascadeId, type Digest, digestOf } from '../domain/ids.ts';
import type { LadderView } from '../domain/ladder-views.ts';
import type { Moment } from '../domain/moment.ts';
import type { WireStrength } from '../domain/trace.ts';
import type {
  ArticleView,
  CascadeView,
  DiffPart,
  EchoView,
  PassageView,
  ReportView,
  WireView,
} from '../domain/views.ts';
import { ladderOver } from './invented-ladder.fixture.ts';
import { DAY, HOUR, MINUTE } from './moments.ts';

/** 23 September 2024, 06:00 UTC. */
export const START = Date.UTC(2024, 8, 23, 6);

/** A minute, known as such. */
export function minuteAt(ms: number): Moment {
  return { earliest: ms, latest: ms + MINUTE - 1, precision: 'minute', zone: 'stated' };
}

/** A UTC day. */
export function dayOf(ms: number): Moment {
  const begin = Math.floor(ms / DAY) * DAY;
  return { earliest: begin, latest: begin + DAY - 1, precision: 'day', zone: 'stated' };
}

function idOf(name: string): ArticleId {
  return digestOf(`article ${name}`).slice(0, 16) as unknown as ArticleId;
}

export function article(name: string, more: Partial<ArticleView> = {}): ArticleView {
  const domain = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`;
  return {
    id: idOf(name),
    url: `https://${domain}/2024/09/port-workers`,
    domain,
    outlet: name,
    title: 'Port workers were never asked, an invented report says',
    language: 'en',
    published: minuteAt(START),
    firstSeen: undefined,
    capturedAt: START + 3 * DAY,
    words: 412,
    capture: { digest: digestOf(name) as Digest, origin: `file:invented.jsonl#${name.length}` },
    ...more,
  };
}

/** A diff written as `same -removed- +added+`, with its two sides. */
export function passage(marked: string, more: Partial<PassageView> = {}): PassageView {
  const diff = marked
    .split(/(-[^-]+-|\+[^+]+\+)/)
    .filter((part) => part !== '')
    .map((part): DiffPart => {
      if (/^-.+-$/.test(part)) return { kind: 'removed', text: part.slice(1, -1) };
      if (/^\+.+\+$/.test(part)) return { kind: 'added', text: part.slice(1, -1) };
      return { kind: 'same', text: part };
    });
  const side = (left: 'added' | 'removed'): string =>
    diff
      .filter((part) => part.kind !== left)
      .map((part) => part.text)
      .join('');
  return {
    from: { span: { begin: 120, end: 120 + side('added').length }, text: side('added') },
    to: { span: { begin: 44, end: 44 + side('removed').length }, text: side('removed') },
    diff,
    words: 31,
    hiddenWords: 0,
    ...more,
  };
}

export function earliest(view: ArticleView): EchoView {
  return {
    article: view,
    role: 'earliest',
    parent: undefined,
    comparedWith: undefined,
    copyType: undefined,
    credit: 'unknown',
    creditText: undefined,
    creditIn: undefined,
    title: undefined,
    added: [],
    removed: [],
    alterations: [],
    passages: [],
  };
}

/** An echo of `parent`, with a lag taken from both dates. */
export function echo(
  view: ArticleView,
  parent: ArticleView,
  more: Partial<EchoView> = {},
): EchoView {
  const a = parent.published;
  const b = view.published;
  const lag =
    a === undefined || b === undefined
      ? { min: 1, max: 1 }
      : { min: b.earliest - a.latest, max: b.latest - a.earliest };
  const other = { article: parent.id, outlet: parent.outlet };
  return {
    ...earliest(view),
    role: 'echo',
    parent: { ...other, reason: 'most-overlap', confidence: 0.72, rivals: [], bothCredit: [], lag },
    comparedWith: other,
    copyType: 'verbatim',
    credit: 'kept',
    passages: [passage('The port workers say that nobody asked them before the pier was leased.')],
    ...more,
  };
}

/** A wire of the invented agency "Bay Wire" that `credits` of ten members of other houses credit. */
export function wire(credits: WireView['credits'], more: Partial<WireView> = {}): WireView {
  return {
    id: 'bay-wire.example',
    name: 'Bay Wire',
    claim: 'common-origin',
    others: 10,
    crediting: credits.filter(({ strength }) => strength !== 'via').length,
    own: [],
    ownEarliest: false,
    earliestCredits: [],
    credits,
    ...more,
  };
}

/** A credit in the words `before [text] after`. */
export function wireCredit(
  by: ArticleView,
  strength: WireStrength,
  words: string,
  covers = true,
): WireView['credits'][number] {
  const [before = '', text = '', after = ''] = words.split(/[[\]]/);
  const span = { begin: before.length, end: before.length + text.length };
  const place = { kind: 'text', span } as const;
  return { article: by.id, outlet: by.outlet, strength, place, before, text, after, covers };
}

export function cascade(
  name: string,
  echoes: readonly EchoView[],
  wires: readonly WireView[] = [],
  ladder: LadderView | undefined = undefined,
): CascadeView {
  const articles = echoes.map((item) => item.article);
  const dated = articles.flatMap((item) => (item.published === undefined ? [] : [item.published]));
  const first = echoes.filter((item) => item.role === 'earliest').map((item) => item.article);
  return {
    id: digestOf(`cascade ${name}`).slice(0, 16) as unknown as CascadeId,
    title: articles[0]?.title ?? '',
    order: first.length === 1 ? 'established' : first.length === 0 ? 'undated' : 'open',
    earliest: first,
    articles: articles.length,
    reach: new Set(articles.map((item) => item.domain)).size,
    languages: [...new Set(articles.map((item) => item.language))].sort(),
    spreadMs:
      dated.length < 2
        ? 0
        : Math.max(...dated.map((m) => m.latest)) - Math.min(...dated.map((m) => m.earliest)),
    droppedCredits: echoes.filter((item) => item.credit === 'dropped').length,
    wires,
    ladder,
    echoes,
  };
}

export function report(
  cascades: readonly CascadeView[],
  more: Partial<ReportView> = {},
): ReportView {
  const articles = cascades.reduce((sum, item) => sum + item.articles, 0);
  return {
    title: 'The pier, week of 23 September 2024',
    notice: 'All outlets and texts on this page are invented for demonstration.',
    generatedAt: START + 4 * DAY,
    version: '0.1.0',
    articles,
    outlets: articles,
    undated: 0,
    period: { from: START, to: START + 3 * DAY },
    tally: {
      items: articles + 6,
      articles,
      sameBytes: 2,
      sameArticle: 1,
      refused: { 'broken-json': 2, 'no-text': 1 },
      doubts: { 'assumed-zone': 2, 'no-date': 1 },
    },
    refusals: [
      {
        kind: 'broken-json',
        file: 'invented.jsonl',
        line: 17,
        detail: 'The line ends in a string.',
      },
      { kind: 'broken-json', file: 'invented.jsonl', line: 90, detail: 'The line is no object.' },
      { kind: 'no-text', file: 'pages/empty.html', line: undefined, detail: 'No text was found.' },
    ],
    boilerplate: [
      { domain: 'bay-courier.example', articles: 14, sample: 'Subscribe to our morning letter.' },
    ],
    cascadesTotal: cascades.length,
    cascades,
    ...more,
  };
}

/** A cascade of eight with every copy type, a dropped credit, a day-wide date and an undated one. */
export function pierCascade(): CascadeView {
  const at = (hours: number): Moment => minuteAt(START + hours * HOUR);
  const courier = article('Bay Courier');
  const mirror = article('The Evening Mirror of the Lower Bay', { published: at(2.25) });
  const puente = article('El Puente', {
    published: at(9),
    language: 'es',
    title: 'Nadie preguntó a los portuarios, dice un informe inventado',
  });
  const weekly = article('Harbour Weekly', { published: dayOf(START + DAY) });
  const weekend = article('Bay Courier Weekend', {
    domain: 'bay-courier.example',
    published: at(50),
  });
  const channel = article('t.me/invented_pier', { published: at(1.5), url: undefined });
  return cascade(
    'pier',
    [
      earliest(courier),
      echo(channel, courier, {
        copyType: 'cut',
        credit: 'dropped',
        passages: [
          passage('The port workers say that nobody asked them -before the pier was leased-.', {
            hiddenWords: 12,
          }),
        ],
        removed: ['before', 'the', 'pier', 'was', 'leased'],
      }),
      echo(mirror, courier, {
        copyType: 'edited',
        creditText: 'as the Bay Courier first reported',
        creditIn: 'text',
        parent: {
          ...echo(mirror, courier).parent!,
          bothCredit: [{ id: 'bay-wire.example', name: 'Bay Wire' }],
        },
        title: { from: courier.title, to: 'Nobody asked the port workers' },
        passages: [
          passage(
            'The port workers say that nobody -asked-+consulted+ them before the -old -pier was leased, and that the contract, -signed in May-+quietly signed in spring+, runs for ninety years.',
          ),
          passage('“We learned it from the -radio-+newspaper+,” one of them said.', { words: 9 }),
        ],
        added: ['consulted', 'quietly', 'spring', 'newspaper'],
        removed: ['asked', 'old', 'May', 'radio'],
      }),
      echo(puente, mirror, {
        copyType: 'translated',
        credit: 'dropped',
        passages: [
          passage('', {
            from: { span: { begin: 80, end: 152 }, text: 'Nobody consulted the port workers.' },
            to: {
              span: { begin: 0, end: 61 },
              text: 'Nadie consultó a los trabajadores del puerto.',
            },
          }),
        ],
      }),
      echo(weekly, courier, {
        copyType: 'paraphrased',
        parent: {
          ...echo(mirror, courier).parent!,
          reason: 'names-outlet',
          lag: { min: 3 * HOUR, max: 2 * DAY },
          rivals: [{ article: mirror.id, outlet: mirror.outlet }],
        },
      }),
      echo(article('North Quay Post', { published: at(26) }), mirror, { credit: 'dropped' }),
      echo(weekend, courier),
      {
        ...echo(article('Old Pier Notes', { published: undefined }), courier),
        role: 'undated',
        parent: undefined,
      },
    ],
    [
      wire(
        [
          wireCredit(courier, 'dateline', '[LOWER BAY, Sept 23 (Bay Wire)] — The port workers say'),
          wireCredit(mirror, 'byline', 'before the old pier was leased. [— Bay Wire]'),
          wireCredit(weekly, 'cited', 'That was in May, [according to Bay Wire], and', false),
          wireCredit(
            puente,
            'via',
            'Nadie nos preguntó, [dijo a la agencia Bay Wire] uno de ellos',
          ),
        ],
        { others: 8, earliestCredits: [{ article: courier.id, outlet: courier.outlet }] },
      ),
    ],
    ladderOver(courier, mirror, puente, weekend),
  );
}

/** `n` cascades of eight, each with texts of full length, for measures of size and time. */
export function wideReport(n: number): ReportView {
  const words = Array.from({ length: 55 }, (_, i) => `invented${i}`.slice(0, 5 + (i % 6)));
  const marked = words.map((word, i) => (i % 9 === 4 ? `-${word}-+other+` : word)).join(' ');
  const cascades = Array.from({ length: n }, (_, c) => {
    const first = article(`Outlet ${c}-0`);
    const rest = Array.from({ length: 7 }, (_, e) =>
      echo(
        article(`Outlet ${c}-${e + 1}`, { published: minuteAt(START + (e + 1) * (c + 1) * HOUR) }),
        first,
        {
          copyType: 'edited',
          passages: [passage(marked, { hiddenWords: 40 })],
          added: words.slice(0, 12),
          removed: words.slice(12, 24),
        },
      ),
    );
    return cascade(`wide ${c}`, [earliest(first), ...rest]);
  });
  return report(cascades);
}
