/**
 * Entries of the ledger from what an article states: counts that it says are so, of one state's people
 * or posts in another. What is planned, denied or supposed gives none, and neither does a count of
 * which a side is not known; each says why. O(counts).
 */
import type { Article } from '../domain/article.ts';
import type { Evidence } from '../domain/judgement.ts';
import type { EntryDraft } from '../domain/ledger.ts';
import type { Moment } from '../domain/moment.ts';
import type { PresenceCount, Reading } from '../domain/reading.ts';
import type { FactSource } from '../domain/watch.ts';

/** Why a count of a reading is no entry. */
export type CountRefusal = 'not-happened' | 'no-sender' | 'no-host' | 'one-state' | 'no-number';

export interface EntriesRead {
  readonly entries: readonly { readonly draft: EntryDraft; readonly evidence: Evidence }[];
  /** `count` is the place in `Reading.counts`. */
  readonly refused: readonly { readonly count: number; readonly reason: CountRefusal }[];
}

/** The parts of an article that an entry is made of. */
export type EntryArticle = Pick<Article, 'id' | 'outlet' | 'url' | 'published'>;

/** A phrase that is longer holds more than unit and scope, perhaps a name. UTF-16 units. */
const MOST_STATED = 80;

/**
 * Every count of the reading is either an entry or refused. The source is the article; the day is the
 * one that the text states, and where it states none there is none: when an article was published says
 * only that a count is not later.
 */
export function entriesOfReading(reading: Reading, article: EntryArticle): EntriesRead {
  const entries: EntriesRead['entries'][number][] = [];
  const refused: EntriesRead['refused'][number][] = [];
  reading.counts.forEach((count, at) => {
    const states = statesOf(count);
    if (typeof states === 'string') {
      refused.push({ count: at, reason: states });
      return;
    }
    const draft = draftOf(count, states, reading, article);
    entries.push({ draft, evidence: { article: article.id, span: count.span } });
  });
  return { entries, refused };
}

interface States {
  readonly sender: string;
  readonly host: string;
}

function statesOf({ status, sender, host, number, measure }: PresenceCount): States | CountRefusal {
  if (status !== 'happened') return 'not-happened';
  if (sender?.state === undefined) return 'no-sender';
  if (host?.state === undefined) return 'no-host';
  if (sender.state === host.state) return 'one-state';
  // "Grew substantially" says something without a number; a level without one says nothing.
  if (number === undefined && measure !== 'rise' && measure !== 'fall') return 'no-number';
  return { sender: sender.state, host: host.state };
}

function draftOf(
  count: PresenceCount,
  { sender, host }: States,
  reading: Reading,
  article: EntryArticle,
): EntryDraft {
  const { measure, number, unit, scope, text } = count;
  const asOf = count.asOf === undefined ? undefined : reading.dates[count.asOf]?.days;
  const untold = unit === 'unstated' || scope === 'unstated';
  return {
    sender,
    host,
    measure,
    ...(number !== undefined && { number }),
    unit,
    scope,
    ...(untold && text.length <= MOST_STATED && { stated: text }),
    ...(asOf !== undefined && { asOf }),
    kind: 'press',
    source: sourceOf(article),
    ...(count.told !== undefined && { note: 'told by a source of the article' }),
  };
}

function sourceOf({ outlet, url, published }: EntryArticle): FactSource {
  const date = published === undefined ? undefined : dateOf(published);
  return {
    name: outlet,
    ...(url !== undefined && { url }),
    ...(date !== undefined && { date }),
  };
}

/** The day, month or year of a moment, as wide as it was stated. The middle of the bounds lies in the day, whatever the zone was. */
export function dateOf({ earliest, latest, precision }: Moment): string | undefined {
  const middle = new Date((earliest + latest) / 2);
  if (Number.isNaN(middle.getTime())) return undefined;
  const day = middle.toISOString().slice(0, 10);
  return precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day;
}
