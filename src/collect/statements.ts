/** What an item states, by media type: a JSON object, a table's row, a page, a text file. */
import type { RawItem } from '../domain/article.ts';
import type { Doubt } from '../domain/outcome.ts';
import { readDocument } from './document.ts';
import { type FieldMap, type Fields, fieldsOf } from './fields.ts';
import { plainText } from './fragment.ts';
import { headLinesOf } from './head-lines.ts';
import { stringOf } from './loose-values.ts';
import type { Media } from './media.ts';
import { readPage } from './page/page.ts';
import { refused } from './refusals.ts';
import { delimiterOf } from './rows.ts';
import { rowOf } from './table.ts';

/** What any kind of item states, before it is checked. */
export interface Statements {
  readonly fields: Fields;
  /** Candidates for the text; the longest is taken. */
  readonly texts: readonly string[];
  readonly title: string;
  readonly doubts: readonly Doubt[];
  /** As a page states them; absent where it states none, and for other kinds. */
  readonly authors?: readonly string[];
  readonly basedOn?: readonly string[];
  /** When a page says that it was changed; absent where it does not say. */
  readonly modified?: readonly string[];
}

type Refused = ReturnType<typeof refused>;

/** A refusal of an item, its place said in the sentence. */
export function fault(
  item: RawItem,
  kind: Parameters<typeof refused>[0],
  what: string,
  value?: string,
): Refused {
  const { file, line } = item.place;
  const where = line === undefined ? file : `${file}:${line}`;
  return refused(kind, item.place, `${where} ${what}`, value);
}

/** What an item of any media type states, or why it states nothing. */
export function statementsOf(
  item: RawItem,
  media: Media,
  text: string,
  map: Partial<FieldMap>,
): Statements | Refused {
  switch (media.type) {
    case 'application/json':
      return fromJson(item, text, map);
    case 'text/csv':
      return fromRow(item, text, map);
    case 'text/html':
      return fromPage(item, text);
    case 'text/plain':
    case 'text/markdown':
      return fromDocument(text, media.type === 'text/markdown');
    default:
      return fault(
        item,
        'unknown-format',
        `has the media type ${media.type}, which is not read here.`,
      );
  }
}

function fromJson(item: RawItem, text: string, map: Partial<FieldMap>): Statements | Refused {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 120) : '';
    return fault(
      item,
      'broken-json',
      `is not valid JSON (${message}); correct or remove it.`,
      text,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault(item, 'not-an-object', 'is JSON but no object; give one {…} an article.', text);
  }
  return fromRecord(value as Record<string, unknown>, map, []);
}

function fromRow(item: RawItem, text: string, map: Partial<FieldMap>): Statements | Refused {
  const row = rowOf(text, delimiterOf(text.slice(0, text.indexOf('\n'))));
  if (row === undefined) {
    const own = text.slice(text.indexOf('\n') + 1);
    return fault(item, 'ragged-row', 'has quotes that do not close; close or double them.', own);
  }
  if (!row.ragged) return fromRecord(row.record, map, []);
  const stated = fromRecord(row.record, map, [{ kind: 'ragged-row' }]);
  if (stated.texts.some((part) => part.trim() !== '')) return stated;
  const what = 'has not as many fields as the header, and none of text; correct the row.';
  return fault(item, 'ragged-row', what, text.slice(text.indexOf('\n') + 1));
}

function fromRecord(
  record: Readonly<Record<string, unknown>>,
  map: Partial<FieldMap>,
  doubts: readonly Doubt[],
): Statements {
  const fields = fieldsOf(record, map);
  const texts = fields.text.map((value) => plainText(stringOf(value) ?? ''));
  return { fields, texts, title: plainText(stringOf(fields.title[0]) ?? ''), doubts };
}

function fromPage(item: RawItem, html: string): Statements | Refused {
  const page = readPage(html);
  if ('reason' in page) {
    const what = `is not an article: ${page.reason}; save the article's own page.`;
    return fault(item, 'not-an-article', what, html.trimStart());
  }
  const { url, site, language, published, changed, modified, authors, basedOn } = page.facts;
  const dates = [...published, ...changed];
  const fields = { ...fieldsOf({ url, language, outlet: site }), published: dates };
  return {
    fields,
    texts: [page.text],
    title: page.title,
    doubts: [],
    ...(authors.length > 0 && { authors }),
    ...(basedOn.length > 0 && { basedOn }),
    ...(modified.length > 0 && { modified }),
  };
}

function fromDocument(content: string, markdown: boolean): Statements {
  const { facts, title, text } = readDocument(content.replaceAll('\r\n', '\n'), markdown);
  const keys = Object.keys(facts) as (keyof FieldMap)[];
  const map = Object.fromEntries(keys.map((key) => [key, key]));
  const fields = fieldsOf(facts, map);
  const stated = { texts: [text], title, doubts: [] };
  if (facts.published !== undefined) return { fields, ...stated };
  const { published, authors } = headLinesOf(text);
  return {
    fields: published === undefined ? fields : { ...fields, published: [published] },
    ...stated,
    ...(authors.length > 0 && { authors }),
  };
}
