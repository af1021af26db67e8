/** Bodies and heads that come wrongly: too slowly, without end, cut off, of another length, as bombs. */
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import type { Misbehaviour } from './misbehaviour.ts';
import { articlePage } from './sites.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const MB = 1024 * 1024;
/** 32 MB of one letter: a thousandth of it on the wire. */
const bomb = gzipSync(Buffer.alloc(32 * MB, 0x61));
const brotliBomb = brotliCompressSync(Buffer.alloc(32 * MB, 0x61), { params: {} });
/** Each layer is harmless beside the next one. */
const nestedBomb = gzipSync(bomb);
const page = Buffer.from(articlePage('transfers', 1));

const send = (headers: Record<string, string | number>, body: Uint8Array): Misbehaviour => {
  return ({ response }) => response.writeHead(200, { ...HTML, ...headers }).end(body);
};
/** Bytes as they are, and the connection's end. */
const raw = (...pieces: readonly (string | Uint8Array)[]): Misbehaviour => {
  return ({ response }) => {
    const { socket } = response;
    for (const piece of pieces) socket?.write(piece);
    socket?.end();
  };
};

export const transfers: Readonly<Record<string, Misbehaviour>> = {
  '/slow-drip': ({ response, repeat }) => {
    response.writeHead(200, HTML);
    repeat(20, () => response.write('.'));
  },
  '/slow-head': ({ response, repeat }) => {
    response.socket?.write('HTTP/1.1 200 OK\r\n');
    repeat(20, () => response.socket?.write('x-more: 1\r\n'));
  },
  '/silent': () => {},
  '/stalls': ({ response }) => {
    response.writeHead(200, HTML).write('<p>And then');
  },
  '/endless-body': ({ response }) => {
    response.writeHead(200, HTML);
    const chunk = Buffer.alloc(64 * 1024, 0x61);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
  '/endless-head': ({ response, repeat }) => {
    response.socket?.write('HTTP/1.1 200 OK\r\n');
    repeat(1, () => response.socket?.write(`x-more: ${'a'.repeat(8000)}\r\n`));
  },
  '/endless-hints': ({ response, repeat }) => {
    repeat(5, () => response.socket?.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'));
  },
  '/says-huge': send({ 'content-length': 10_000_000_000 }, page),
  '/says-longer': raw(
    `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${page.length + 100}\r\n\r\n`,
    page,
  ),
  '/says-shorter': raw(
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\n',
    page,
  ),
  '/says-nonsense': raw('HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n', page),
  '/says-twice': raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef'),
  '/cut-chunks': raw(
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n',
    '10\r\n<p>Half an arti',
  ),
  '/broken-chunks': raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nno number\r\n<p>'),
  '/hangs-up': ({ response }) => {
    response.socket?.destroy();
  },
  '/no-http': raw('220 mail.example ESMTP\r\n'),
  '/old-http': raw('HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n', page),
  '/gzip-bomb': send({ 'content-encoding': 'gzip' }, bomb),
  '/brotli-bomb': send({ 'content-encoding': 'br' }, brotliBomb),
  '/nested-bomb': send({ 'content-encoding': 'gzip, gzip' }, nestedBomb),
  '/many-layers': send({ 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' }, bomb),
  '/cut-gzip': send({ 'content-encoding': 'gzip' }, gzipSync(page).subarray(0, 100)),
  '/broken-gzip': send(
    { 'content-encoding': 'gzip' },
    Buffer.concat([gzipSync(page).subarray(0, 40), Buffer.alloc(99, 0xff)]),
  ),
  '/no-gzip': send({ 'content-encoding': 'gzip' }, page),
  '/bare-deflate': send({ 'content-encoding': 'deflate' }, deflateRawSync(page)),
  '/unasked-encoding': send({ 'content-encoding': 'zstd' }, page),
  '/video': send({ 'content-type': 'video/mp4' }, Buffer.alloc(MB)),
  '/empty': send({}, Buffer.alloc(0)),
};
