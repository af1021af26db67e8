/** A watch in a terminal: what a step brought, how the sources fare, what could not be had. */
import type { Health, LossView, SourceView } from '../../domain/watch-views.ts';
import { clockWords, DAY, HOUR, MINUTE, SECOND } from '../moments.ts';
import { counted, figure } from '../wording.ts';
import { clipped, columns, foreign, type Ink } from './ink.ts';

/** One line a step: `14:05:09  3 polls, 40 pages: 38 new articles; 2 captcha`. */
export function stepLine(
  step: {
    readonly polls: number;
    readonly pages: number;
    readonly articles: number;
    readonly refused: Readonly<Record<string, number>>;
  },
  at: number,
): string {
  const { polls, pages, articles, refused } = step;
  const lost = Object.entries(refused).map(([reason, n]) => `${figure(n)} ${reason}`);
  const came = [
    ...(polls > 0 ? [counted(polls, 'poll')] : []),
    ...(pages > 0 ? [counted(pages, 'page')] : []),
  ].join(', ');
  const brought = `${counted(articles, 'new article')}${lost.length > 0 ? `; ${lost.join(', ')}` : ''}`;
  return `${clockWords(at, true)}  ${came}: ${brought}`;
}

/** What a watch did, when it ends. */
export function watchText(view: {
  readonly file: string;
  readonly sources: {
    readonly active: number;
    readonly added: number;
    readonly changed: number;
    readonly dropped: number;
  };
  readonly polls: number;
  readonly pages: number;
  readonly newArticles: number;
  readonly newVersions: number;
  readonly losses: readonly LossView[];
  readonly ended: 'done' | 'interrupted';
}): string {
  const { sources, losses, ended } = view;
  const { added, changed, dropped } = sources;
  const changes = [
    ...(added > 0 ? [`${figure(added)} new`] : []),
    ...(changed > 0 ? [`${figure(changed)} changed`] : []),
    ...(dropped > 0 ? [`${figure(dropped)} no longer named`] : []),
  ];
  return [
    `Watched ${counted(sources.active, 'source')} of ${foreign(view.file)}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}: ` +
      `${counted(view.polls, 'poll')}, ${counted(view.pages, 'page')}.`,
    `Kept ${counted(view.newArticles, 'new article')} and ${counted(view.newVersions, 'new version')} of known ones.`,
    ...(losses.length > 0 ? [lossesText(losses)] : []),
    ended === 'interrupted'
      ? 'Ended early, as asked. What is left is still due: atalaya watch goes on with it.'
      : 'Nothing more is due now. How the sources fare: atalaya sources',
  ].join('\n');
}

/** Reasons with their numbers, and where to look. */
export function lossesText(losses: readonly LossView[]): string {
  const all = losses.reduce((sum, { exchanges }) => sum + exchanges, 0);
  const rows = losses.map(({ reason, exchanges }) => [`  ${reason}`, figure(exchanges)]);
  return `${counted(all, 'request')} brought nothing (which ones: atalaya sources, atalaya refusals --web):\n${columns(rows, [1])}`;
}

const HEALTH_WORDS: Readonly<Record<Health, string>> = {
  dead: 'dead',
  failing: 'failing',
  moved: 'moved',
  silent: 'silent',
  slow: 'slow',
  well: 'well',
  new: 'not asked yet',
  off: 'off',
};

/** The sources, those in trouble first, and what went wrong with the last poll. */
export function sourcesText(
  {
    now,
    sources,
    losses,
  }: {
    readonly now: number;
    readonly sources: readonly SourceView[];
    readonly losses: readonly LossView[];
  },
  ink: Ink,
): string {
  if (sources.length === 0) return 'No sources yet: atalaya watch WATCH.YAML begins a watch.';
  const order = Object.keys(HEALTH_WORDS);
  const sorted = [...sources].sort(
    (a, b) => order.indexOf(a.health) - order.indexOf(b.health) || a.id.localeCompare(b.id),
  );
  const head = [
    'source',
    'health',
    'last answer',
    'last news',
    'took',
    'entries',
    'kept',
    'waiting',
    'refused',
    'polls',
    'fails in a row',
  ];
  const rows = sorted.map((source) => [
    foreign(source.id),
    // Pages that were asked for by hand have a place to count them, and nobody to be asked.
    source.url === '' ? '–' : HEALTH_WORDS[source.health],
    agoWords(now, source.answeredAt),
    agoWords(now, source.newAt),
    source.ms === undefined ? '–' : `${figure(source.ms)} ms`,
    figure(source.entries),
    figure(source.pages.kept),
    figure(source.pages.waiting),
    figure(source.pages.refused),
    figure(source.polls),
    figure(source.failures),
  ]);
  const notes = sorted.flatMap((source) => noteOf(source, ink));
  return [
    columns([head, ...rows], [2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(losses.length > 0 ? ['', lossesText(losses)] : []),
  ].join('\n');
}

function noteOf({ id, url, refusal, movedTo, passed }: SourceView, ink: Ink): string[] {
  const name = foreign(id);
  return [
    ...(refusal === undefined
      ? []
      : [
          `${name}: ${ink.warn(foreign(refusal.reason))}: ${clipped(foreign(refusal.detail), 300)}`,
        ]),
    ...(movedTo === undefined
      ? []
      : [`${name}: ${foreign(url)} has moved to ${foreign(movedTo)}: change it in the watch list`]),
    ...(passed === 0
      ? []
      : [
          `${name}: ${counted(passed, 'entry', 'entries')} stood there before the watch began and are not fetched`,
        ]),
  ];
}

/** `3 h ago`; a dash where it never was. */
function agoWords(now: number, at: number | undefined): string {
  if (at === undefined) return '–';
  const ms = Math.max(0, now - at);
  const [unit, word] =
    ms < MINUTE
      ? [SECOND, 's']
      : ms < 2 * HOUR
        ? [MINUTE, 'min']
        : ms < 2 * DAY
          ? [HOUR, 'h']
          : [DAY, 'd'];
  return `${Math.floor(ms / unit)} ${word} ago`;
}
