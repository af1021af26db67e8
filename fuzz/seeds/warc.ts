/** Invented WARC files, as text: a record a line of thought, CRLF where the standard wants it. */

const PAGE = '<html><body>The pier was not leased.</body></html>';

function record(type: string, headers: readonly string[], block: string): string {
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>',
    'WARC-Date: 2024-09-23T14:05:00Z',
    ...headers,
    `Content-Length: ${Buffer.byteLength(block)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${block}\r\n\r\n`;
}

const target = 'WARC-Target-URI: https://ledger.example/pier';
const http = 'Content-Type: application/http; msgtype=response';
const plain = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;
const chunked = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${PAGE.length.toString(16)};x=y\r\n${PAGE}\r\n5\r\nAgain\r\n0\r\n\r\n`;
const encoded = 'HTTP/1.0 200\r\nContent-Encoding: gzip, br\r\n\r\nnot encoded at all';

export const WARC_RECORDS: readonly string[] = [
  record('warcinfo', ['Content-Type: application/warc-fields'], 'software: invented\r\n'),
  record('response', [target, http], plain),
  record('response', [target, http], chunked),
  record('response', [target, http, 'WARC-Block-Digest: sha256:00'], encoded),
  record('resource', [target, 'Content-Type: text/plain'], PAGE),
  record(
    'request',
    [target, 'Content-Type: application/http'],
    'GET /pier HTTP/1.1\r\nHost: ledger.example\r\n\r\n',
  ),
  record(
    'revisit',
    [target, http, 'WARC-Refers-To-Date: 2024-09-22T00:00:00Z'],
    'HTTP/1.1 200 OK\r\n\r\n',
  ),
];
