/**
 * Reading what the desk holds: each article that a reader has not read in its present version, in
 * pages. A page is read by the crew and stored in one transaction, so that a crash at any instant
 * loses at most the page under way and what was read ahead of it (some fifty articles), and the next
 * run goes on from there.
 */
import { availableParallelism } from 'node:os';
import type { Article } from '../domain/article.ts';
import type { Moment } from '../domain/moment.ts';
import { READ_LANGUAGES, type Reading, type ReadRefusal } from '../domain/reading.ts';
import { BUILT_IN_READER, type ReadableArticle, type Reader } from '../read/read.ts';
import type { Store } from '../store/store.ts';
import { type Crew, gatherCrew } from './crew.ts';
import type { Desk } from './desk.ts';
import type { Answer } from './jobs.ts';
import type { ReadJob } from './read-jobs.ts';

/** Loading lists and weights takes a thread about half a second; so many articles as well. */
const WORTH_THREADS = 100;
/** Articles of one job: some 50 ms of work, so that no thread waits long for the last of a page. */
const JOB = 8;
/** Articles read and stored at a time. */
const PAGE = 256;

/** How one reader's run went. */
export interface ReadResult {
  readonly reader: string;
  /** Articles read in this run. */
  readonly read: number;
  readonly statements: number;
  readonly events: number;
  readonly counts: number;
  readonly positions: number;
  /** Items of the reader that were refused in this run, by reason. */
  readonly refused: Readonly<Partial<Record<ReadRefusal, number>>>;
  /** Articles that no reader of this run can read, by language, most first. */
  readonly otherLanguages: readonly { readonly language: string; readonly articles: number }[];
}

export interface ReadOptions {
  /** A reader other than the built-in one. */
  readonly reader?: Reader | undefined;
  /** Worker threads of the built-in reader; the result is the same for any number. */
  readonly threads?: number;
  /** Articles read so far, of so many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads what is unread. Takes the writer lock if there is anything to do. */
export async function readDesk(desk: Desk, options: ReadOptions = {}): Promise<ReadResult> {
  const { store } = desk;
  const reader = options.reader?.id ?? BUILT_IN_READER;
  const languages = options.reader?.languages ?? READ_LANGUAGES;
  const sums = new Sums();
  const [first] = await store.unread({ reader, languages, from: 0, limit: 1 });
  if (first !== undefined) {
    const lock = await desk.lock('read');
    try {
      await readPages(store, { reader, languages, from: first.row }, options, sums);
    } finally {
      lock.release();
    }
  }
  const all = await store.languages();
  return {
    reader,
    ...sums.result(),
    otherLanguages: all.filter((x) => !languages.includes(x.language)),
  };
}

interface What {
  readonly reader: string;
  readonly languages: readonly string[];
  readonly from: number;
}

async function readPages(
  store: Store,
  { reader, languages, from }: What,
  options: ReadOptions,
  sums: Sums,
): Promise<void> {
  const total = await unreadCount(store, reader, languages);
  const limit = options.reader?.page ?? PAGE;
  const pages = pagesOf(store, { reader, languages, from }, limit);
  for await (const readings of readingsOf(pages, options, total)) {
    await store.saveReadings(readings);
    sums.add(readings);
    options.onProgress?.(sums.read, total);
  }
}

/** What is unread, in pages. */
async function* pagesOf(
  store: Store,
  { reader, languages, from }: What,
  limit: number,
): AsyncGenerator<ReadableArticle[]> {
  for (let next = from; ; ) {
    const page = await store.unread({ reader, languages, from: next, limit });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(({ article }) => readable(article));
    next = last.row + 1;
  }
}

/** The readings of the pages in order, as many together as are stored together. */
async function* readingsOf(
  pages: AsyncIterable<readonly ReadableArticle[]>,
  { reader, threads }: ReadOptions,
  total: number,
): AsyncGenerator<readonly Reading[]> {
  if (reader !== undefined) {
    for await (const page of pages) yield await reader.read(page);
    return;
  }
  const crew = gatherCrew(threads ?? (total < WORTH_THREADS ? 1 : availableParallelism()));
  try {
    yield* readWith(crew, pages);
  } finally {
    await crew.close();
  }
}

async function unreadCount(
  store: Store,
  reader: string,
  languages: readonly string[],
): Promise<number> {
  const rows = await store.languages();
  const { articles } = await store.readingCounts(reader);
  const readable = rows.filter(({ language }) => languages.includes(language));
  return readable.reduce((sum, row) => sum + row.articles, 0) - articles;
}

/**
 * One run of the crew through all pages, so that its threads read on while a page is stored: page by
 * page they stood still then.
 */
async function* readWith(
  crew: Crew,
  pages: AsyncIterable<readonly ReadableArticle[]>,
): AsyncGenerator<readonly Reading[]> {
  let readings: Reading[] = [];
  for await (const answer of crew.run(jobsOf(pages))) {
    readings.push(...readingsIn(answer));
    if (readings.length < PAGE) continue;
    yield readings;
    readings = [];
  }
  if (readings.length > 0) yield readings;
}

async function* jobsOf(pages: AsyncIterable<readonly ReadableArticle[]>): AsyncGenerator<ReadJob> {
  for await (const articles of pages) {
    for (let at = 0; at < articles.length; at += JOB) {
      yield { kind: 'read', articles: articles.slice(at, at + JOB) };
    }
  }
}

function readingsIn(answer: Answer): readonly Reading[] {
  if (answer.kind !== 'readings') throw new Error(`readings were expected, not ${answer.kind}`);
  return answer.readings;
}

/** What the readers are given of an article. */
export function readable({ id, text, language, outlet, published }: Article): ReadableArticle {
  return { id, text, language, outlet, published: published && dayOf(published) };
}

/**
 * The day that a moment means. Where the zone is not known its bounds are widened on both sides, so
 * that the middle lies in the day that was stated; a month or a year is no day.
 */
function dayOf({ earliest, latest, precision }: Moment): string | undefined {
  if (precision === 'month' || precision === 'year') return undefined;
  return new Date((earliest + latest) / 2).toISOString().slice(0, 10);
}

/** What a run yielded. */
class Sums {
  read = 0;
  private statements = 0;
  private events = 0;
  private counts = 0;
  private positions = 0;
  private readonly refused: Partial<Record<ReadRefusal, number>> = {};

  add(readings: readonly Reading[]): void {
    for (const reading of readings) {
      this.read++;
      this.statements += reading.attributions.length;
      this.events += reading.events.length;
      this.counts += reading.counts.length;
      this.positions += reading.positions.length;
      for (const [kind, count] of Object.entries(reading.refused) as [ReadRefusal, number][]) {
        this.refused[kind] = (this.refused[kind] ?? 0) + count;
      }
    }
  }

  result(): Omit<ReadResult, 'reader' | 'otherLanguages'> {
    const { read, statements, events, counts, positions, refused } = this;
    return { read, statements, events, counts, positions, refused };
  }
}
