/** An item's bytes as a draft of an article: what it says of itself, with its doubts. */
import type { Draft, Found, RawItem } from '../domain/article.ts';
import type { Moment } from '../domain/moment.ts';
import type { Outcome } from '../domain/outcome.ts';
import { publisherOf } from '../text/publisher.ts';
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
  const { found } = item;
  const fields = found === undefined ? stated.fields : fieldsOfFound(stated.fields, found);
  const text = tidied(longest(stated.texts));
  if (text === '') {
    const what = 'has no text; give it in a field such as "text", or name the field that holds it.';
    return fault(item, 'no-text', what, stated.title);
  }
  const { url, foreign } = addressOf(fields.url, found);
  const sourceId = firstOf(fields.id, stringOf);
  const language = firstOf(fields.language, statedLanguage);
  const publisher = publishing(fields, url);
  const published = bestMoment(fields.published, options);
  const seen =
    found === undefined
      ? bestMoment(fields.firstSeen, options)
      : { moment: seenAt(found), doubts: [] };
  const modified = bestMoment(stated.modified ?? [], options).moment;
  const basedOn = [...(stated.basedOn ?? []), ...foreign];
  const doubts = [...stated.doubts, ...published.doubts, ...publisher.doubts];
  for (const doubt of seen.doubts) {
    if (doubt.kind !== 'no-date' && !doubts.some(({ kind }) => kind === doubt.kind))
      doubts.push(doubt);
  }
  const draft: Draft = {
    domain: publisher.domain,
    outlet: publisher.outlet,
    title: tidied(stated.title || (found?.title ?? '')).replace(/\s+/g, ' '),
    text,
    doubts,
    ...(stated.authors !== undefined && { authors: stated.authors }),
    ...(basedOn.length > 0 && { basedOn: [...new Set(basedOn)] }),
    ...(url !== undefined && { url }),
    ...(sourceId !== undefined && { sourceId }),
    ...(language !== undefined && { language }),
    ...(published.moment !== undefined && { published: published.moment }),
    ...(modified !== undefined && { modified }),
    ...(seen.moment !== undefined && { firstSeen: seen.moment }),
  };
  return { ok: true, value: draft };
}

/** What a source said of a page stands behind what the page says; its outlet's name before. */
function fieldsOfFound(fields: Statements['fields'], found: Found): Statements['fields'] {
  return {
    ...fields,
    domain: [],
    outlet: [found.outlet, ...fields.outlet],
    published: [...fields.published, found.published],
    language: [...fields.language, found.language],
  };
}

/**
 * The address of an item. A page from the web has the address that it was fetched from, or the
 * canonical one that it names on its own publisher's domain. One that it names elsewhere makes it a
 * copy of that, and never that.
 */
function addressOf(
  stated: readonly unknown[],
  found: Found | undefined,
): { readonly url: string | undefined; readonly foreign: readonly string[] } {
  const named = firstOf(stated, canonicalUrl);
  if (found === undefined) return { url: named, foreign: [] };
  const own = found.knownAs ?? canonicalUrl(found.url);
  const source = found.source === undefined ? [] : [found.source];
  if (named === undefined || own === undefined || found.knownAs !== undefined)
    return { url: own, foreign: source };
  const host = (url: string): string => publisherOf(new URL(url).hostname);
  // A home page named as canonical would make all articles of an outlet one.
  const isOwn = host(named) === host(own) && (new URL(named).pathname !== '/' || own === named);
  if (isOwn) return { url: named, foreign: source };
  return { url: own, foreign: host(named) === host(own) ? source : [named, ...source] };
}

/** A collector knows to the second when it saw something. */
const seenAt = ({ at }: Found): Moment | undefined =>
  at === undefined ? undefined : { earliest: at, latest: at, precision: 'second', zone: 'set' };

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
