/** What of an article is marked in its text: what was read, what it shares, what was asked for. */
import type { ArticleWholeView } from '../domain/cascade-views.ts';
import type { ReadingView } from '../domain/reading-views.ts';
import type { Span } from '../domain/span.ts';
import type { ConsoleLanguage } from './page.ts';
import type { TextMark } from './text-marks.ts';
import { WORDS } from './words/article.ts';

type Numbered = 'statement' | 'event' | 'count' | 'position';

/** The id of an item in the lists under the text; readers are told apart, and counted from 0. */
export function itemId(kind: Numbered, reader: number, at: number): string {
  return reader === 0 ? `${kind}-${at + 1}` : `${kind}-r${reader}-${at + 1}`;
}

/** `S3`: how an item is called beside the text. */
export function itemName(kind: Numbered, at: number, language: ConsoleLanguage): string {
  return `${WORDS[language].letters[kind]}${at + 1}`;
}

export function articleMarks(
  view: ArticleWholeView,
  at: Span | undefined,
  language: ConsoleLanguage,
): TextMark[] {
  const shared = new Map<string, Span>();
  for (const { passages } of view.sharing) {
    for (const { here } of passages) shared.set(`${here.begin}-${here.end}`, here);
  }
  return [
    ...(at === undefined ? [] : [{ span: at, kind: 'at' } as const]),
    ...view.readings.flatMap((reading, i) => readingMarks(reading, i, language)),
    ...[...shared.values()].map((span): TextMark => ({ span, kind: 'shared' })),
  ];
}

function readingMarks(
  { statements, events, counts, positions, staleness }: ReadingView,
  reader: number,
  language: ConsoleLanguage,
): TextMark[] {
  const labelled = (kind: Numbered, n: number, span: Span, first = true): TextMark => ({
    span,
    kind,
    ...(first && {
      label: {
        text: itemName(kind, n, language),
        href: `#${itemId(kind, reader, n)}`,
        words: `${WORDS[language].kinds[kind]} ${n + 1}`,
      },
    }),
  });
  const word = (...parts: readonly ({ readonly span: Span } | undefined)[]): TextMark[] =>
    parts.flatMap((one) => (one === undefined ? [] : [{ span: one.span, kind: 'word' }]));
  return [
    ...statements.flatMap(({ content, source, cue, venue, role, uttered, via }, n) => [
      ...content.map(({ span }, part) => labelled('statement', n, span, part === 0)),
      ...[source, cue, venue, role].flatMap((one): TextMark[] =>
        one === undefined ? [] : [{ span: one.span, kind: 'speaker' }],
      ),
      ...word(uttered, ...via),
    ]),
    ...events.flatMap(({ span, actors, recipients, place, date, sentence }, n) => [
      labelled('event', n, span),
      ...word(...actors, ...recipients, place, date, sentence),
    ]),
    ...counts.flatMap(({ quoted, sender, host, asOf }, n) => [
      labelled('count', n, quoted.span),
      ...word(sender, host, asOf),
    ]),
    ...positions.flatMap(({ quoted, holder, towards }, n) => [
      labelled('position', n, quoted.span),
      ...word(holder, towards),
    ]),
    ...word(...staleness),
  ];
}
