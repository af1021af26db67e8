/**
 * A feed as the suite's expressions speak of it: which of their names our `Feed` has, and when a field
 * is what an expectation says. What our `Feed` does not have is `unmapped`, never a guess.
 */
import { Parser } from 'htmlparser2';
import { momentOf } from '../src/collect/dates.ts';
import type { Feed, FeedItem } from '../src/collect/feeds/feed.ts';
import type { Expression } from './python-expression.ts';

/** A field of a feed, by how it is compared. */
export type Field =
  /** As stated: addresses, ids, languages, dates, terms. */
  | { readonly kind: 'exact'; readonly value: string | number | undefined }
  /** One line of text; expectations may state it as HTML. */
  | { readonly kind: 'line'; readonly value: string | undefined }
  /** HTML; expectations may state it as the text that it shows. */
  | { readonly kind: 'html'; readonly value: string | undefined }
  /** A date as stated, of which the instant is expected. */
  | { readonly kind: 'instant'; readonly value: string | undefined }
  /** A name; expectations may have an address of mail behind it. */
  | { readonly kind: 'name'; readonly value: string | undefined }
  | { readonly kind: 'fields'; readonly value: Readonly<Record<string, Field>> | undefined };

type Step = string | number;

/** The field that a path leads to; `unmapped` where our `Feed` has none such. */
export function fieldAt(feed: Feed, name: string, steps: readonly Step[]): Field | 'unmapped' {
  if (name === 'feed') return headField(feed, steps.join('.'));
  const [place, ...inner] = steps;
  if (name !== 'entries' || typeof place !== 'number' || inner.length === 0) return 'unmapped';
  return itemField(feed.items[place], inner);
}

function headField(feed: Feed, path: string): Field | 'unmapped' {
  switch (path) {
    case 'title':
    case 'title_detail.value':
      return { kind: 'line', value: feed.title };
    case 'link':
      return { kind: 'exact', value: feed.link };
    case 'language':
      return { kind: 'exact', value: feed.language };
    case 'ttl':
      return { kind: 'exact', value: feed.ttlMinutes };
    default:
      return 'unmapped';
  }
}

function itemField(item: FeedItem | undefined, steps: readonly Step[]): Field | 'unmapped' {
  const [first, second, third] = steps;
  switch (steps.join('.')) {
    case 'title':
    case 'title_detail.value':
      return { kind: 'line', value: item?.title };
    case 'link':
      return { kind: 'exact', value: item?.url };
    case 'id':
    case 'guid':
      return { kind: 'exact', value: item?.guid };
    case 'language':
      return { kind: 'exact', value: item?.language };
    case 'published':
      return { kind: 'exact', value: item?.published };
    case 'published_parsed':
      return { kind: 'instant', value: item?.published };
    case 'updated':
      return { kind: 'exact', value: item?.updated ?? item?.published };
    case 'updated_parsed':
      return { kind: 'instant', value: item?.updated ?? item?.published };
    case 'summary':
    case 'summary_detail.value':
    case 'description':
      return { kind: 'html', value: item?.summaryHtml ?? item?.contentHtml };
    case 'content.0.value':
      return { kind: 'html', value: item?.contentHtml };
    case 'author':
    case 'author_detail.name':
      return { kind: 'name', value: item?.authors[0] };
    case 'source.title':
    case 'source.title_detail.value':
      return { kind: 'line', value: item?.source?.title };
    case 'source.href':
    case 'source.url':
    case 'source.link':
      return { kind: 'exact', value: item?.source?.url };
    case 'category':
      return { kind: 'exact', value: item?.categories[0] };
    default:
      return typeof second === 'number' ? listed(item, first!, second, third) : 'unmapped';
  }
}

/** Fields of the item's lists; the last step may be absent. */
function listed(
  item: FeedItem | undefined,
  list: Step,
  place: number,
  step: Step | undefined,
): Field | 'unmapped' {
  if (list === 'authors' && step === 'name') return { kind: 'name', value: item?.authors[place] };
  if (list === 'tags' && step === 'term') return { kind: 'exact', value: item?.categories[place] };
  if (list !== 'enclosures') return 'unmapped';
  const enclosure = item?.enclosures[place];
  const exact = (value: string | number | undefined): Field => ({ kind: 'exact', value });
  const fields = enclosure && {
    href: exact(enclosure.url),
    url: exact(enclosure.url),
    type: exact(enclosure.type),
    length: exact(enclosure.length),
  };
  if (step === undefined) return { kind: 'fields', value: fields };
  if (!/^(?:href|url|type|length)$/.test(String(step))) return 'unmapped';
  return fields?.[step as keyof typeof fields] ?? exact(undefined);
}

/** Whether a field is what a literal says. */
export function isAsExpected(field: Field, expected: Expression): boolean {
  if (expected.kind === 'none') return field.value === undefined;
  if (field.value === undefined) return expected.kind === 'text' && expected.value === '';
  switch (field.kind) {
    case 'instant':
      return isInstant(field.value, expected);
    case 'fields':
      return expected.kind === 'record' && areFields(field.value, expected.fields);
    default:
      if (expected.kind === 'number') return String(field.value) === String(expected.value);
      return expected.kind === 'text' && isText(field, String(field.value), expected.value);
  }
}

function isText({ kind }: Field, value: string, expected: string): boolean {
  if (value === expected) return true;
  if (kind === 'line') return value === line(expected) || value === line(shown(expected));
  if (kind === 'html') return canonical(value) === canonical(expected) || shown(value) === expected;
  return kind === 'name' && value === expected.replace(/ \([^\s()]+@[^\s()]+\)$/, '');
}

/** `expected` is a time tuple in UTC: year, month, day, hours, minutes, seconds, … */
function isInstant(value: string, expected: Expression): boolean {
  if (expected.kind !== 'list') return false;
  const [year, month, day, ...time] = expected.parts.map((part) =>
    part.kind === 'number' ? part.value : Number.NaN,
  );
  const at = Date.UTC(year!, month! - 1, day!, time[0] ?? 0, time[1] ?? 0, time[2] ?? 0);
  const { moment } = momentOf(value, { now: Date.UTC(2100, 0, 1), timezone: 'UTC' });
  return moment !== undefined && Math.floor(moment.earliest / 1000) * 1000 === at;
}

function areFields(
  fields: Readonly<Record<string, Field>>,
  expected: readonly (readonly [Expression, Expression])[],
): boolean {
  return expected.every(([key, value]) => {
    const field = key.kind === 'text' ? fields[key.value] : undefined;
    return field !== undefined && isAsExpected(field, value);
  });
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text that HTML shows. */
function shown(html: string): string {
  return tokensOf(html)
    .filter((token) => !token.startsWith('<'))
    .map((token) => token.slice(1))
    .join('')
    .trim();
}

/** HTML with its spelling gone: order and quotes of attributes, references, white space at the ends. */
function canonical(html: string): string {
  return tokensOf(html.trim()).join('\n').trim();
}

/** Tags with sorted attributes, each beginning with `<`; texts, each beginning with a blank. */
function tokensOf(html: string): string[] {
  const tokens: string[] = [];
  const parser = new Parser({
    onopentag: (name, values) => {
      const attributes = Object.entries(values).map(([key, value]) => ` ${key}="${value}"`);
      tokens.push(`<${name}${attributes.sort().join('')}>`);
    },
    onclosetag: (name) => void tokens.push(`</${name}>`),
    ontext: (text) => {
      const last = tokens.at(-1);
      if (last?.startsWith(' ')) tokens[tokens.length - 1] = last + text;
      else tokens.push(` ${text}`);
    },
    oncomment: () => {},
  });
  parser.end(html);
  return tokens;
}
