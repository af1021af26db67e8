/** An item's bytes as a draft of an article: what it says of itself, with its doubts. */
import type { Draft, RawItem } from '../domain/article.ts';
import type { Outcome } from '../domain/outcome.ts';
import { canonicalUrl } from './address.ts';
import { momentOf } from './dates.ts';
import type { FieldMap } from './fields.ts';
import { itemText } from './item-text.ts';
import { statedLanguage } from './language.ts';
import { firstOf, stringOf } from './loose-values.ts';
import { parseMedia } from './media.ts';
import { publishing } from './publisher.ts';
import { fault, type Statements, statementsOf } from './statements.ts';

export interface DraftOptions {
  /** Columns or keys that hold a field; common names where none is given. */
  readonly fields?: Partial<FieldMap>;
  /** IANA name of the zone of times that state none. */
  readonly timezone?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The draft of one item. Refuses broken JSON, what is no object, rows whose quotes do not close,
 * pages that are no article, and items without text; throws for none of them.
 */
export function draftOf(item: RawItem, options: DraftOptions): Outcome<Draft> {
  const media = parseMedia(item.mediaType);
  const { text, doubts, unreadable } = itemText(item, media);
  if (unreadable) {
    return fault(
      item,
      'invalid-encoding',
      'is in no character set that is known; save it as UTF-8.',
      text,
    );
  }
  const stated = statementsOf(item, media, text, options.fields ?? {});
  if (!('texts' in stated)) return stated;
  return drafted(item, { ...stated, doubts: [...doubts, ...stated.doubts] }, options);
}

function drafted(item: RawItem, stated: Statements, options: DraftOptions): Outcome<Draft> {
  const { fields } = stated;
  const text = tidied(longest(stated.texts));
  if (text === '') {
    const what = 'has no text; give it in a field such as "text", or name the field that holds it.';
    return fault(item, 'no-text', what, stated.title);
  }
  const url = firstOf(fields.url, canonicalUrl);
  const sourceId = firstOf(fields.id, stringOf);
  const language = firstOf(fields.language, statedLanguage);
  const publisher = publishing(fields, url);
  const published = bestMoment(fields.published, options);
  const seen = bestMoment(fields.firstSeen, options);
  const doubts = [...stated.doubts, ...published.doubts, ...publisher.doubts];
  for (const doubt of seen.doubts) {
    if (doubt.kind !== 'no-date' && !doubts.some(({ kind }) => kind === doubt.kind))
      doubts.push(doubt);
  }
  const draft: Draft = {
    domain: publisher.domain,
    outlet: publisher.outlet,
    title: tidied(stated.title).replace(/\s+/g, ' '),
    text,
    doubts,
    ...(stated.authors !== undefined && { authors: stated.authors }),
    ...(stated.basedOn !== undefined && { basedOn: stated.basedOn }),
    ...(url !== undefined && { url }),
    ...(sourceId !== undefined && { sourceId }),
    ...(language !== undefined && { language }),
    ...(published.moment !== undefined && { published: published.moment }),
    ...(seen.moment !== undefined && { firstSeen: seen.moment }),
  };
  return { ok: true, value: draft };
}

/** Line ends as `\n`, nothing at the ends; the rest as given, for offsets lead into it. */
function tidied(text: string): string {
  return (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).trim();
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** The first date that can be read; if none, the doubts of the first that is there. */
function bestMoment(
  values: readonly unknown[],
  options: DraftOptions,
): ReturnType<typeof momentOf> {
  let first: ReturnType<typeof momentOf> | undefined;
  for (const value of values) {
    const reading = momentOf(value, options);
    if (reading.moment !== undefined) return reading;
    first ??= reading;
  }
  return first ?? { doubts: [{ kind: 'no-date' }] };
}
