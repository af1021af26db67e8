/** Articles, captures, items and cascades made of one word each, for the tests of the store. */
import type { Article, Capture } from '../domain/article.ts';
import {
  type ArticleId,
  type CascadeId,
  captureIdOf,
  digestOf,
  type ItemId,
} from '../domain/ids.ts';
import type { Cascade, Echo } from '../domain/trace.ts';
import type { Batch, ItemRow } from './batch.ts';

const HOUR = 3_600_000;
const DAY_ONE = Date.UTC(2024, 8, 1);

/** 16 hex digits that depend on the word alone. */
export function hexId(word: string): string {
  return digestOf(word).slice(0, 16);
}

export function captureOf(text: string): Capture {
  const digest = digestOf(text);
  return {
    id: captureIdOf(digest),
    digest,
    mediaType: 'application/json',
    length: text.length,
    capturedAt: DAY_ONE,
    origin: `file:a.jsonl#${text}`,
    record: { file: 'captures-00001.warc.gz', offset: 0, length: 10 },
  };
}

/** An article whose hour of publication is told by its text's first letter. */
export function articleOn(text: string, more: Partial<Article> = {}): Article {
  const at = DAY_ONE + text.charCodeAt(0) * HOUR;
  return {
    id: hexId(`article ${text}`) as ArticleId,
    key: `https://a.example/${text}`,
    captureId: captureOf(text).id,
    url: `https://a.example/${text}`,
    domain: 'a.example',
    outlet: 'A',
    title: `Title of ${text}`,
    text,
    language: 'en',
    published: { earliest: at, latest: at + 999, precision: 'second', zone: 'stated' },
    firstSeen: undefined,
    capturedAt: DAY_ONE,
    ...more,
  };
}

/** An item that only repeats bytes: its place and id follow from the word. */
export function itemOf(word: string, file = 'a.jsonl', line?: number): ItemRow {
  const id = hexId(`item ${word}`) as ItemId;
  return { id, file, line, capture: undefined, fate: { kind: 'same-bytes' } };
}

/** A batch of new articles, given as they are or by their texts. */
export function batchOf(articles: readonly (Article | string)[]): Batch {
  const whole = articles.map((one) => (typeof one === 'string' ? articleOn(one) : one));
  return {
    captures: whole.map(({ text }) => captureOf(text)),
    articles: whole.map((article) => ({ article, doubts: [] })),
    items: whole.map(({ id, text, captureId }) => ({
      ...itemOf(text),
      capture: captureId,
      fate: { kind: 'article', article: id },
    })),
  };
}

/** A cascade whose first member is the parent of all others. */
export function cascadeOver(texts: readonly string[], reach: number): Cascade {
  const ids = texts.map((text) => articleOn(text).id);
  const passages = [
    { a: { begin: 0, end: 9 }, b: { begin: 3, end: 12 }, words: 8, aWords: 8, bWords: 9 },
  ];
  const nothing = {
    copyType: undefined,
    creditPlace: undefined,
    change: undefined,
    comparedWith: undefined,
  };
  const echoes = ids.map(
    (article, i): Echo =>
      i === 0
        ? { article, parent: undefined, credit: 'unknown', passages: [], ...nothing }
        : {
            article,
            parent: {
              article: ids[0]!,
              reason: 'most-overlap',
              confidence: 0.75,
              rivals: ids.slice(1, i),
              lag: { min: -5, max: 2 * HOUR },
            },
            copyType: 'edited',
            credit: 'dropped',
            creditPlace: { kind: 'text', span: { begin: 1, end: 4 } },
            change: { title: undefined, added: ['new'], removed: [], alterations: [] },
            passages,
            comparedWith: ids[0]!,
          },
  );
  const id = hexId(`cascade ${texts.join()}`) as CascadeId;
  return { id, echoes, earliest: [ids[0]!], reach };
}
