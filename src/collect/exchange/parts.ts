/** Shapes of the small parts that records of all kinds share: moments, spans, articles as shown. */

import type { MemberName, QuotedView } from '../../domain/excerpts.ts';
import type { AlertId, ArticleId, CascadeId, CheckId, Digest, EntryId } from '../../domain/ids.ts';
import type { EvidenceView } from '../../domain/ladder-views.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Span } from '../../domain/span.ts';
import type { Days } from '../../domain/tenure.ts';
import type { ArticleView } from '../../domain/views.ts';
import type { FactSource } from '../../domain/watch.ts';
import {
  dictionary,
  digest,
  id,
  list,
  Misfit,
  maybe,
  member,
  nullable,
  number,
  object,
  optional,
  type Shape,
  text,
} from './shape.ts';

export const articleId: Shape<ArticleId> = id;
export const cascadeId: Shape<CascadeId> = id;
export const checkId: Shape<CheckId> = id;
export const entryId: Shape<EntryId> = id;
export const alertId: Shape<AlertId> = id;

/** A place in a text or a count: a whole number from 0. */
export function count(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new Misfit('a whole number from 0', value);
  }
  return value as number;
}

export const span: Shape<Span> = ordered(
  object<Span>({ begin: count, end: count }),
  'begin',
  'end',
);

/** Bounds whose second is never below the first. */
export function ordered<K extends string, T extends { readonly [key in K]: number | null }>(
  shape: Shape<T>,
  low: K,
  high: K,
): Shape<T> {
  return (value) => {
    const read = shape(value);
    const [from, to] = [read[low], read[high]];
    if (from !== null && to !== null && from > to) {
      throw new Misfit(`${high} not below ${low}`, `${from} to ${to}`);
    }
    return read;
  };
}

export const moment: Shape<Moment> = ordered(
  object<Moment>({
    earliest: number,
    latest: number,
    precision: member(['second', 'minute', 'hour', 'day', 'month', 'year']),
    zone: member(['stated', 'set', 'unknown']),
  }),
  'earliest',
  'latest',
);

const DAY = /^\d{4}-\d\d-\d\d$/;

function day(value: unknown): string {
  if (typeof value !== 'string' || !DAY.test(value)) throw new Misfit('YYYY-MM-DD', value);
  return value;
}

export const days: Shape<Days> = (value) => {
  const read = object<Days>({ first: day, last: day })(value);
  if (read.first > read.last) throw new Misfit('last not before first', read.last);
  return read;
};

/** `max` is null where no upper end is stated. */
export const range: Shape<{ readonly min: number; readonly max: number | null }> = ordered(
  object<{ readonly min: number; readonly max: number | null }>({
    min: count,
    max: nullable(count),
  }),
  'min',
  'max',
);

export const factSource: Shape<FactSource> = object<FactSource>({
  name: text,
  url: optional(text),
  date: optional(text),
});

export const memberName: Shape<MemberName> = object<MemberName>({
  article: articleId,
  outlet: text,
});

export const quoted: Shape<QuotedView> = object<QuotedView>({
  span,
  text,
  hiddenWords: count,
});

export const evidenceView: Shape<EvidenceView> = object<EvidenceView>({
  article: articleId,
  outlet: text,
  span,
  text,
  hiddenWords: count,
});

/** Words where they stand. */
export const words: Shape<{ readonly text: string; readonly span: Span }> = object<{
  readonly text: string;
  readonly span: Span;
}>({ text, span });

/** Where surrogate pairs begin, by article. */
export const pairs = dictionary(list(count));

/** Where a capture came from is left out of exports where it is a place on a machine: then empty. */
export const origin: Shape<string> = (value) => (value === undefined ? '' : text(value));

export const articleView: Shape<ArticleView> = object<ArticleView>({
  id: articleId,
  url: maybe(text),
  domain: text,
  outlet: text,
  title: text,
  language: text,
  published: maybe(moment),
  firstSeen: maybe(moment),
  capturedAt: number,
  modified: optional(moment),
  authors: optional(list(text)),
  basedOn: optional(list(text)),
  words: count,
  capture: object<ArticleView['capture']>({ digest: digest<Digest>, origin }),
});
