/**
 * What another encoder than the built-in one adds to a trace: pairs of articles whose leads it finds
 * near. They are verified like all other candidates (trace-retellings.ts); nothing that the built-in
 * one finds is lost. Only articles in languages that the verification knows are encoded, each once
 * (vector-file.ts).
 *
 * Where the encoder cannot be had, the trace stops before it has begun: a trace without it would count
 * as done and the pairs be missing for ever. What is encoded by then is kept.
 */
import type { ArticleId } from '../domain/ids.ts';
import type { Encoder } from '../trace/encoder/encoder.ts';
import { leadOf } from '../trace/retell-candidates.ts';
import type { Desk } from './desk.ts';
import { loadModels } from './models.ts';
import { type NearRows, nearRows } from './near-vectors.ts';
import { appendVectors, readVectors } from './vector-file.ts';

/** Articles whose places in the desk are read at a time. */
const PAGE = 1000;
/** Articles encoded at a time; their vectors are kept before the next. */
const ENCODED = 64;

type OnProgress = (stage: 'encoding' | 'comparing', share: number) => void;

/** Rows [base, end) of the desk. Pairs are looked for that have a row from `firstNew` on. */
export interface RowWindow {
  readonly base: number;
  readonly firstNew: number;
  readonly end: number;
}

/**
 * The pairs that the desk's other encoder finds; none if it has no other. Throws, saying what to do,
 * where the encoder cannot be had. Called by the holder of the writer lock.
 */
export async function encodedPairs(
  desk: Desk,
  { base, firstNew, end }: RowWindow,
  onProgress: OnProgress,
): Promise<NearRows[]> {
  if (desk.openEncoder === undefined) return [];
  onProgress('encoding', 0);
  const encoder = await reached(desk.openEncoder);
  const list = await listArticles(desk, base, end);
  const rows = new Int8Array((end - base) * encoder.dims);
  const table = { places: list.places, rows };
  const found = await readVectors(desk.folder, encoder, table);
  if (await encodeMissing(desk, encoder, base, list.places, found, onProgress)) {
    await readVectors(desk.folder, encoder, table);
  }
  onProgress('comparing', 0);
  const { languages, outlets } = list;
  const near = nearRows(
    { rows, dims: encoder.dims, languages, outlets },
    Math.max(0, firstNew - base),
    (share) => onProgress('comparing', share),
  );
  return near.map(({ a, b }) => ({ a: a + base, b: b + base }));
}

/** Articles of a window as columns; -1 for the language of one that is not encoded. */
interface Listed {
  readonly languages: Int32Array;
  readonly outlets: Int32Array;
  /** Where in the window each article that is encoded stands. */
  readonly places: Map<ArticleId, number>;
}

async function listArticles({ store }: Desk, base: number, end: number): Promise<Listed> {
  const known = loadModels().shelf.languages;
  const languages = new Int32Array(end - base).fill(-1);
  const outlets = new Int32Array(end - base);
  const places = new Map<ArticleId, number>();
  const numbers = { language: new Map<string, number>(), outlet: new Map<string, number>() };
  for (let begin = base; begin < end; begin += PAGE) {
    const rows = rangeOf(begin, Math.min(end, begin + PAGE));
    const articles = await store.articlesAt(rows);
    for (const [at, { id, language, domain }] of articles.entries()) {
      if (!known.has(language)) continue;
      const place = begin - base + at;
      places.set(id, place);
      languages[place] = numberOf(numbers.language, language);
      outlets[place] = numberOf(numbers.outlet, domain);
    }
  }
  return { languages, outlets, places };
}

/** Encodes and keeps what was not found; says whether there was any. */
async function encodeMissing(
  { store, folder }: Desk,
  encoder: Encoder,
  base: number,
  places: ReadonlyMap<ArticleId, number>,
  found: Uint8Array,
  onProgress: OnProgress,
): Promise<boolean> {
  const missing = [...places.values()].filter((place) => found[place] === 0);
  for (let begin = 0; begin < missing.length; begin += ENCODED) {
    onProgress('encoding', begin / missing.length);
    const page = missing.slice(begin, begin + ENCODED);
    const articles = await store.articlesAt(page.map((place) => place + base));
    const ids = articles.map(({ id }) => id);
    const vectors = await reached(async () => encoder.encode(articles.map(leadOf)));
    await appendVectors(folder, encoder, ids, vectors);
  }
  return missing.length > 0;
}

/** What the encoder answers; its failure with what it means for the desk. */
async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new Error(
      'nothing was traced, since the encoder cannot be had; all articles are kept: run atalaya trace when it is back, or unset ATALAYA_ENCODER to trace without it',
      { cause },
    );
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

const rangeOf = (begin: number, end: number): number[] =>
  Array.from({ length: end - begin }, (_, at) => begin + at);
