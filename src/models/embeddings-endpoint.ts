/**
 * An encoder behind any OpenAI-compatible endpoint: `POST …/embeddings` with a model and a list of
 * texts, as Ollama, vLLM, llama.cpp and hosted services answer it.
 *
 * Texts go in batches bounded by count and by characters, one call at a time. That a text's row does
 * not depend on its neighbours is then the server's to keep; it does but for rounding.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Encoder } from '../trace/encoder/encoder.ts';
import { encodeDistinct } from './distinct-texts.ts';
import { rowsIn } from './endpoint-answer.ts';
import { type Endpoint, postJson, shownAddress, shownEndpoint } from './endpoint-call.ts';

/** Texts of a call: the most that common servers take without being told to. */
const BATCH_TEXTS = 32;
/** Characters of a call: a minute's work for a small machine without an accelerator. */
const BATCH_UNITS = 32_000;
/** A first call may load the model. */
const TIMEOUT_MS = 120_000;
const ROLE = { name: 'encoder', setting: 'ATALAYA_ENCODER', task: 'embeddings' };
/** What is encoded to learn how wide the rows are. */
const PROBE = 'atalaya';

export interface EndpointOptions {
  /** The address that `/embeddings` stands under, as a rule ending in `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  /** Milliseconds for one call; two minutes where not given. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Makes the first call, learns the width of the rows from it, and gives the encoder. Both throw
 * where the endpoint cannot be reached or answers wrongly (see endpoint-call and endpoint-answer).
 */
export async function connectEmbeddings(options: EndpointOptions): Promise<Encoder> {
  const endpoint: Endpoint = {
    role: ROLE,
    url: embeddingsUrl(options.url),
    key: options.key,
    model: options.model,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    fetch: options.fetch ?? fetch,
    now: options.now ?? Date.now,
    sleep: options.sleep ?? ((ms) => pause(ms)),
  };
  const [probe] = await rowsOf(endpoint, [PROBE], undefined);
  const dims = probe!.length;
  return {
    id: `${shownAddress(endpoint.url)}#${options.model}/${dims}`,
    dims,
    encode: (texts) =>
      encodeDistinct(texts, dims, async (distinct, put) => {
        for (const [begin, end] of batches(distinct)) {
          const rows = await rowsOf(endpoint, distinct.slice(begin, end), dims);
          for (const [at, row] of rows.entries()) put(begin + at, row);
        }
      }),
  };
}

/** The address of the call; one that names the call itself is taken as it is. */
function embeddingsUrl(base: string): URL {
  const url = new URL(base);
  url.hash = '';
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  url.pathname = path.endsWith('/embeddings') ? path : `${path}/embeddings`;
  return url;
}

async function rowsOf(
  endpoint: Endpoint,
  texts: readonly string[],
  dims: number | undefined,
): Promise<Float32Array[]> {
  const answer = await postJson(endpoint, {
    model: endpoint.model,
    input: texts,
    encoding_format: 'float',
  });
  const who = shownEndpoint(endpoint);
  return rowsIn(answer, { texts: texts.length, dims, who });
}

/** Ranges of texts that go together; a text beyond the bound goes alone. */
function* batches(texts: readonly string[]): Generator<readonly [begin: number, end: number]> {
  let begin = 0;
  let units = 0;
  for (const [at, { length }] of texts.entries()) {
    if (at > begin && (at - begin === BATCH_TEXTS || units + length > BATCH_UNITS)) {
      yield [begin, at];
      begin = at;
      units = 0;
    }
    units += length;
  }
  if (begin < texts.length) yield [begin, texts.length];
}
