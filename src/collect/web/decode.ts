/**
 * Content-encoding undone under a limit: a small payload cannot become a large memory. The limit is
 * handed to zlib itself, which stops at it, so a bomb costs no more than it may weigh.
 */
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { isGzip } from '../gunzip.ts';
import { because, type Reasoned } from './refusals.ts';

/** What is asked for, best first. */
export const ACCEPT_ENCODING = 'gzip, br, deflate';

export interface DecodeLimits {
  /** Largest body after decoding, in bytes. */
  readonly bytes: number;
  /** Most bytes that one byte of the payload may become, once `FREE_BYTES` are passed. */
  readonly ratio: number;
}

/** A body of so many bytes does no harm, whatever its ratio. */
const FREE_BYTES = 1024 * 1024;
/** Nobody encodes more often, but a bomb may. */
const MOST_LAYERS = 3;
/** Written where no encoding is meant: common mistakes of servers. */
const NONE = /^(?:|identity|none|utf-?8|iso-8859-1|binary|[78]bit|text\/.*|application\/.*)$/;

type Engine = (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
  done: (error: Error | null, result: Buffer) => void,
) => void;

/** The body of a payload under its `Content-Encoding`; refused for `bomb`, `too-large`, `broken-transfer`. */
export async function decodeBody(
  payload: Uint8Array,
  encoding: string | undefined,
  limits: DecodeLimits,
): Promise<Uint8Array | Reasoned> {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim());
  const real = layers.filter((layer) => !NONE.test(layer));
  if (real.length > MOST_LAYERS) {
    return because('bomb', `the body is encoded ${real.length} times over`);
  }
  let body = payload;
  for (const layer of real.reverse()) {
    const engine = engineOf(layer, body);
    if (engine === undefined) {
      return because(
        'broken-transfer',
        `the body is encoded as "${layer.slice(0, 40)}", which was not asked for`,
      );
    }
    if (engine === 'plain') continue;
    const decoded = await decodeLayer(engine, layer, body, payload.length, limits);
    if ('reason' in decoded) return decoded;
    body = decoded;
  }
  return body;
}

/** A gzip file unpacked under the same limits; other bytes as they are. */
export async function unpackGzip(
  bytes: Uint8Array,
  limits: DecodeLimits,
): Promise<Uint8Array | Reasoned> {
  return isGzip(bytes) ? decodeLayer(gunzip, 'gzip', bytes, bytes.length, limits) : bytes;
}

/** `plain` where the server says gzip and sends none, as some do. */
function engineOf(layer: string, body: Uint8Array): Engine | 'plain' | undefined {
  if (body.length === 0) return 'plain';
  switch (layer) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(body) ? gunzip : 'plain';
    case 'br':
      return brotliDecompress;
    case 'deflate':
      // Meant is the zlib format, but some send the bare stream: its first byte tells (RFC 1950).
      return (body[0]! & 0x0f) === 8 && ((body[0]! << 8) | (body[1] ?? 0)) % 31 === 0
        ? inflate
        : inflateRaw;
    default:
      return undefined;
  }
}

function decodeLayer(
  engine: Engine,
  layer: string,
  bytes: Uint8Array,
  wireBytes: number,
  limits: DecodeLimits,
): Promise<Uint8Array | Reasoned> {
  const byRatio = Math.max(FREE_BYTES, wireBytes * limits.ratio);
  const most = Math.min(limits.bytes, byRatio);
  return new Promise((resolve) => {
    engine(bytes, { maxOutputLength: most }, (error, result) => {
      if (error === null) resolve(result);
      else resolve(refusedFor(error, layer, wireBytes, most, byRatio <= limits.bytes));
    });
  });
}

function refusedFor(
  error: Error,
  layer: string,
  wireBytes: number,
  most: number,
  ratio: boolean,
): Reasoned {
  const code = 'code' in error ? error.code : undefined;
  if (code !== 'ERR_BUFFER_TOO_LARGE') {
    return because('broken-transfer', `the body is no whole ${layer} stream (${error.message})`);
  }
  const what = `${wireBytes} bytes of ${layer} unpack to more than ${most}`;
  return because(ratio ? 'bomb' : 'too-large', what);
}
