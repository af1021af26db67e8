/** Bodies on their way out: an entity tag on every page and answer, 304 where it is known, and gzip. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './program.ts';

const zipped = promisify(gzip);
/** Smaller bodies gain nothing, in bytes. */
const WORTH_ZIPPING = 1024;
const TEXT = /^(?:text\/|application\/(?:json|problem\+json|atom\+xml|javascript))/;

/** Streams pass untouched. */
export const taggedBodies: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  const type = c.res.headers.get('content-type') ?? '';
  // A HEAD is run as its GET, whose body the framework drops behind all of this.
  if (
    !['GET', 'HEAD'].includes(c.req.method) ||
    !TEXT.test(type) ||
    // Documents to be saved may be large, and are sent while they are made.
    c.res.headers.has('content-disposition') ||
    type.startsWith('text/event-stream')
  )
    return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const headers = new Headers(c.res.headers);
  const { status } = c.res;
  const zips = bytes.byteLength >= WORTH_ZIPPING && accepts(c.req.header('accept-encoding'));
  headers.append('vary', 'accept-encoding');
  if (status === 200) {
    const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}${zips ? '-gzip' : ''}"`;
    headers.set('etag', tag);
    if (knows(c.req.header('if-none-match'), tag)) {
      for (const name of ['content-length', 'content-type']) headers.delete(name);
      replace(c, new Response(null, { status: 304, headers }));
      return;
    }
  }
  if (zips) headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  const body = zips ? await zipped(bytes) : bytes;
  c.set('bytes', body.byteLength);
  replace(c, new Response(body, { status, headers }));
};

/** Hono merges headers into a response that is set over another; a fresh start keeps them single. */
function replace(c: Parameters<MiddlewareHandler<ApiEnv>>[0], response: Response): void {
  c.res = undefined;
  c.res = response;
}

const accepts = (encodings = ''): boolean =>
  /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/.test(encodings);

function knows(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
