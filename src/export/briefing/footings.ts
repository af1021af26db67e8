/**
 * What shows a sentence, made from views. A footing is made without a number (`n: 0`); `numbered.ts` gives
 * the numbers once it is known which sentences stand.
 */
import type { Footing } from '../../domain/briefing.ts';
import type { CheckView } from '../../domain/judgement-views.ts';
import type { Moment } from '../../domain/moment.ts';
import type { EntryView } from '../../domain/presence-views.ts';
import type { Span } from '../../domain/span.ts';
import type { Days } from '../../domain/tenure.ts';
import type { ArticleView } from '../../domain/views.ts';
import { safeHref } from '../escape.ts';
import { isoOf, isPlaced } from '../moments.ts';
import { excerpt, heading, nameIn, oneLine } from './plain.ts';

/** Of a fact-check: what was checked, and the checker's own result. */
const CLAIM_WORDS = 35;
export const RATING_WORDS = 12;
/** An address longer than this is no address that a reader could use. */
const URL_UNITS = 2000;

/** Words of an article, where they stand. */
export function passageOf(article: ArticleView, span: Span, words: string): Footing {
  return {
    kind: 'passage',
    n: 0,
    quote: excerpt(words),
    span,
    language: article.language,
    source: articleSource(article),
  };
}

/** An article by its headline, where no passage of it is at hand. */
export function headlineOf(article: ArticleView): Footing {
  return {
    kind: 'record',
    n: 0,
    words: heading(article.title),
    source: articleSource(article),
  };
}

/** A published fact-check in the checker's words: what was checked, and how it was rated. */
export function checkOf(check: CheckView): Footing {
  const { claim, rating, title, list } = check;
  const parts = [
    heading(claim, CLAIM_WORDS),
    heading(rating ?? '', RATING_WORDS),
    nameIn(list ?? ''),
  ];
  const words = parts.filter((part) => part !== '');
  return {
    kind: 'record',
    n: 0,
    words: words.join(' — '),
    source: {
      name: nameIn(check.checker),
      title: heading(title ?? ''),
      url: addressOf(check.url),
      day: dayOf(check.checked),
      digest: check.capture.digest,
    },
  };
}

/** An entry of the ledger: the count with its unit and scope as given in `words`, and who states it. */
export function entryOf({ source, asOf }: EntryView, words: string): Footing {
  return {
    kind: 'record',
    n: 0,
    words: heading(words),
    source: {
      name: nameIn(source.name),
      title: '',
      url: addressOf(source.url),
      day: asOf === undefined ? source.date : daysOf(asOf),
      digest: undefined,
    },
  };
}

/** A count of the desk's own. */
export function countOf(what: string, ...command: readonly string[]): Footing {
  const words = command.map((word) => oneLine(word, 80));
  return { kind: 'count', n: 0, what: oneLine(what), command: ['atalaya', ...words].join(' ') };
}

/** An outlet as sentences name it: by its name, else by its domain. */
export function outletOf({ outlet, domain }: Pick<ArticleView, 'outlet' | 'domain'>): string {
  return nameIn(outlet) || nameIn(domain) || '—';
}

/** The day of a moment as far as it is known: `2024-09-23`, `2024-09`, `2024`, `2024-09-22 / 2024-09-23`. */
export function dayOf(moment: Moment | undefined): string | undefined {
  if (!isPlaced(moment)) return undefined;
  const [first, last] = [moment.earliest, moment.latest].map((ms) => isoOf(ms)?.split('T')[0]);
  if (first === undefined || last === undefined) return undefined;
  return daysOf({ first, last });
}

/** A span of days in its shortest form; see `dayOf`. */
export function daysOf({ first, last }: Days): string {
  if (first === last) return oneLine(first, 20);
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  const month = first.slice(0, 7);
  if (first === `${month}-01` && last.startsWith(month) && isLastOfMonth(last)) return month;
  return `${oneLine(first, 20)} / ${oneLine(last, 20)}`;
}

function isLastOfMonth(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate() === date;
}

function articleSource(article: ArticleView) {
  return {
    name: outletOf(article),
    title: heading(article.title),
    url: addressOf(article.url),
    day: dayOf(article.published),
    digest: article.capture.digest,
  };
}

function addressOf(url: string | undefined): string | undefined {
  return url === undefined || url.length > URL_UNITS ? undefined : safeHref(url);
}
