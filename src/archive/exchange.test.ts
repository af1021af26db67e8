import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { digestOf } from '../domain/ids.ts';
import { type Exchange, exchangeRecords } from './exchange.ts';
import { readWarc, type WarcFileRecord } from './read-warc.ts';
import { recordIdOf, type WarcRecord } from './records.ts';
import { readRecord, writeRecord } from './warc.ts';

const AT = Date.UTC(2024, 8, 23, 14, 5, 6, 789);
const BODY = Buffer.from('<p>La ministra dijo: «No».</p>');
const URL_ASKED = 'https://a.example/noticia?a=%C3%B1&b=1';

function exchange(more: Partial<Exchange> = {}): Exchange {
  return {
    url: URL_ASKED,
    finalUrl: URL_ASKED,
    capturedAt: AT,
    requestHead: 'GET /noticia?a=%C3%B1&b=1 HTTP/1.1\r\nHost: a.example\r\n\r\n',
    responseHead: 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8',
    payload: BODY,
    ...more,
  };
}

async function readBack(records: readonly WarcRecord[]): Promise<WarcFileRecord[]> {
  const file = Buffer.concat(records.map(writeRecord));
  const read: WarcFileRecord[] = [];
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield file;
  };
  for await (const entry of readWarc(chunks())) if (entry.kind === 'record') read.push(entry);
  return read;
}

const headerOf = ({ headers }: WarcFileRecord, name: string): string | undefined =>
  headers.find(([key]) => key === name)?.[1];

describe('exchangeRecords', () => {
  it('gives request and response, each naming the other, the response last', async () => {
    const { records, answer } = exchangeRecords(exchange({ ip: '203.0.113.7' }));
    expect(records.map(({ kind }) => kind)).toEqual(['request', 'response']);
    expect(records.at(-1)).toBe(answer);
    const [request, response] = await readBack(records);
    expect(headerOf(request!, 'WARC-Concurrent-To')).toBe(`<${recordIdOf(answer)}>`);
    for (const one of [request!, response!]) {
      expect(one).toMatchObject({ target: URL_ASKED, date: AT, blockDigest: 'agrees' });
      expect(headerOf(one, 'WARC-IP-Address')).toBe('203.0.113.7');
    }
    expect(headerOf(response!, 'WARC-Payload-Digest')).toBe(`sha256:${digestOf(BODY)}`);
    expect(response!.http).toMatchObject({ status: 200 });
    expect(request!.http).toMatchObject({ startLine: 'GET /noticia?a=%C3%B1&b=1 HTTP/1.1' });
  });

  it('tells where a redirect led from', async () => {
    const { records } = exchangeRecords(exchange({ url: 'https://b.example/' }), [
      ['fetchTimeMs', '12'],
    ]);
    const [, metadata] = await readBack(records);
    expect(metadata).toMatchObject({ type: 'metadata', target: URL_ASKED });
    expect(Buffer.from(metadata!.block).toString()).toBe(
      'via: https://b.example/\r\nfetchTimeMs: 12\r\n',
    );
  });

  it('gives a revisit where the payload is known, and the payload again where it differs', async () => {
    const first = exchangeRecords(exchange()).answer;
    const known = { target: URL_ASKED, date: AT, recordId: recordIdOf(first) };
    const later = exchange({ capturedAt: AT + 1000, known });
    const [, revisit] = await readBack(exchangeRecords(later).records);
    expect(revisit).toMatchObject({ type: 'revisit', http: { status: 200 } });
    expect(revisit!.headers).toEqual(
      expect.arrayContaining([
        ['WARC-Profile', 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'],
        ['WARC-Payload-Digest', `sha256:${digestOf(BODY)}`],
        ['WARC-Refers-To', `<${recordIdOf(first)}>`],
        ['WARC-Refers-To-Target-URI', URL_ASKED],
        ['WARC-Refers-To-Date', new Date(AT).toISOString()],
      ]),
    );
    const other = { ...known, payloadDigest: digestOf('another') };
    expect(exchangeRecords(exchange({ known: other })).answer.kind).toBe('response');
    const same = { ...known, payloadDigest: digestOf(BODY) };
    expect(exchangeRecords(exchange({ known: same })).answer.kind).toBe('revisit');
  });

  it('tells a server that says that nothing changed from one that sends the same again', async () => {
    const responseHead = 'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n';
    const known = { target: URL_ASKED, date: AT };
    const { records } = exchangeRecords(
      exchange({ responseHead, payload: Buffer.alloc(0), known }),
    );
    const [, revisit] = await readBack(records);
    expect(headerOf(revisit!, 'WARC-Profile')).toMatch(/server-not-modified$/);
    expect(headerOf(revisit!, 'WARC-Payload-Digest')).toBeUndefined();
    expect(Buffer.from(revisit!.block).toString()).toBe(responseHead);
  });

  it('keeps hostile heads, addresses and facts from becoming records or headers', async () => {
    const evil = 'x\r\nWARC-Type: resource\r\n\r\nWARC/1.1\r\n\r\n';
    const { records } = exchangeRecords(
      exchange({
        url: `u${evil}`,
        finalUrl: `not a url ${evil}`,
        requestHead: `GET / HTTP/1.1\r\n${evil}`,
        responseHead: `HTTP/1.1 200 OK\r\nX: ${evil}`,
        ip: evil,
      }),
      [[evil, evil]],
    );
    const read = await readBack(records);
    expect(read.map(({ type }) => type)).toEqual(['request', 'metadata', 'response']);
    expect(Buffer.from(read[2]!.http!.payload).equals(BODY)).toBe(true);
  });

  it('gives the same bytes for the same exchange, and other ids for others', () => {
    const bytes = (one: Exchange): string =>
      Buffer.concat(exchangeRecords(one).records.map(writeRecord)).toString('base64');
    expect(bytes(exchange())).toBe(bytes(exchange()));
    const ids = [
      exchange(),
      exchange({ capturedAt: AT + 1 }),
      exchange({ payload: Buffer.from('b') }),
      exchange({ responseHead: 'HTTP/1.1 404 Not Found' }),
      exchange({ finalUrl: 'https://c.example/' }),
    ].map((one) => recordIdOf(exchangeRecords(one).answer));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is read by another program', async () => {
    const known = { target: URL_ASKED, date: AT };
    const records = [
      ...exchangeRecords(exchange({ url: 'https://b.example/' })).records,
      ...exchangeRecords(exchange({ capturedAt: AT + 1, known })).records,
    ];
    const file = new Uint8Array(Buffer.concat(records.map(writeRecord)));
    const source = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(file);
        controller.close();
      },
    });
    const read = [];
    for await (const one of new WARCParser(source)) {
      const payload = Buffer.from(await one.readFully(true)).toString();
      const status = one.httpHeaders?.statusCode;
      read.push({ type: one.warcType, uri: one.warcTargetURI, payload, status });
    }
    expect(read.map(({ type }) => type)).toEqual([
      'request',
      'metadata',
      'response',
      'request',
      'revisit',
    ]);
    expect(read[2]).toMatchObject({ uri: URL_ASKED, payload: BODY.toString(), status: 200 });
    expect(read[4]).toMatchObject({ status: 200, payload: '' });
  });
});

describe('readRecord of a response', () => {
  const memberOf = (more: Partial<Exchange>): Uint8Array =>
    writeRecord(exchangeRecords(exchange(more)).answer);

  it('gives the body that was interpreted, whatever it was sent as', () => {
    for (const [encoding, payload] of [
      ['gzip', gzipSync(BODY)],
      ['deflate', deflateSync(BODY)],
      ['br', brotliCompressSync(BODY)],
    ] as const) {
      const responseHead = `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nTransfer-Encoding: chunked`;
      const member = memberOf({ responseHead, payload });
      const read = readRecord(member, digestOf(BODY));
      expect(Buffer.from(read.bytes).equals(BODY)).toBe(true);
      expect(read).toMatchObject({ target: URL_ASKED, http: { status: 200 } });
      expect(read.http?.headers).toContainEqual(['X-Archive-Orig-Transfer-Encoding', 'chunked']);
      expect(Buffer.from(readRecord(member, digestOf(payload)).bytes).equals(payload)).toBe(true);
    }
  });

  it('gives back any payload, also one that looks like chunks', () => {
    const responseHead = 'HTTP/1.1 200 OK\r\ntransfer-encoding : chunked\r\n';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 99 }),
          fc.constant(Buffer.from('2\r\nab\r\n0\r\n\r\n')),
        ),
        (payload) => {
          const read = readRecord(memberOf({ responseHead, payload }), digestOf(payload));
          expect(Buffer.from(read.bytes).equals(payload)).toBe(true);
        },
      ),
    );
  });

  it('refuses other bytes than the digest names, and a payload that was changed', () => {
    expect(() => readRecord(memberOf({}), digestOf('other'))).toThrow(
      `archive record was changed: expected SHA-256 ${digestOf('other')}, found ${digestOf(BODY)}`,
    );
    const known = { target: URL_ASKED, date: AT };
    expect(() => readRecord(memberOf({ known }), digestOf(BODY))).toThrow(
      'archive record was changed',
    );
  });
});
