import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OctetString } from '@peculiar/asn1-schema';
import { PKIStatus } from '@peculiar/asn1-tsp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../domain/ids.ts';
import { type ArchiveEnd, openArchive } from './archive.ts';
import { type Stamped, stampArchive } from './stamps.ts';
import { answerTo, STAMPED_AT } from './timestamp.fixture.ts';
import { verifyArchive } from './verify.ts';

const NONCE = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

let folder: string;
let server: Server;
let url: string;
/** What the authority answers; undefined: it hangs up. */
let answer: (request: Buffer) => Uint8Array | undefined;
let asked = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-stamps-'));
  answer = answerTo;
  asked = 0;
  server = createServer(async (request, response) => {
    asked++;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const bytes = answer(Buffer.concat(parts));
    if (bytes === undefined) response.destroy();
    else response.end(bytes);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function append(text: string, end?: ArchiveEnd): Promise<ArchiveEnd> {
  const archive = await openArchive(folder, end);
  const bytes = Buffer.from(text);
  const record = {
    digest: digestOf(bytes),
    mediaType: 'text/plain',
    capturedAt: 0,
    target: 'file:a',
    bytes,
  };
  await archive.append([record]);
  await archive.close();
  return archive.end()!;
}

const stamp = (): Promise<Stamped> =>
  stampArchive(folder, {
    url,
    nonce: NONCE,
    post: async (address, body) => {
      const reply = await fetch(address, { method: 'POST', body: new Uint8Array(body) });
      return new Uint8Array(await reply.arrayBuffer());
    },
  });

describe('stampArchive', () => {
  it('keeps a stamp of the head, once, and verification finds it', async () => {
    const end = await append('one');
    const verified = await verifyArchive(folder);
    const stamped = await stamp();
    expect(stamped).toMatchObject({
      kind: 'stamped',
      file: 'timestamps/2.tsr',
      stamp: { at: STAMPED_AT },
    });
    if (stamped.kind === 'stamped') expect(verified).toMatchObject({ head: stamped.head });
    expect(await stamp()).toEqual({ kind: 'nothing-to-stamp' });
    expect(asked).toBe(1);
    await append('two', end);
    await stamp();
    expect(await verifyArchive(folder)).toMatchObject({
      ok: true,
      stamps: [
        { n: 2, at: STAMPED_AT },
        { n: 3, at: STAMPED_AT },
      ],
    });
  });

  it('keeps nothing of an answer that is not what was asked', async () => {
    await append('one');
    for (const [reply, reason] of [
      [
        (request: Buffer) =>
          answerTo(request, {
            change: (info) => {
              info.messageImprint.hashedMessage = new OctetString(new Uint8Array(32));
            },
          }),
        'the stamp is of 0000',
      ],
      [
        (request: Buffer) =>
          answerTo(request, {
            change: (info) => {
              info.nonce = new Uint8Array([9]).buffer;
            },
          }),
        'the stamp has the nonce 09, asked was 0102030405060708',
      ],
      [
        (request: Buffer) => answerTo(request, { status: PKIStatus.rejection, token: 'none' }),
        'did not grant it: rejection',
      ],
      [() => Buffer.from('<html>busy</html>'), 'is no RFC 3161 answer'],
      [() => Buffer.alloc(0), 'the answer is empty'],
      [() => undefined, 'did not answer: '],
    ] as const) {
      answer = reply;
      const stamped = await stamp();
      expect(stamped).toMatchObject({ kind: 'refused' });
      expect(stamped.kind === 'refused' && stamped.reason).toContain(reason);
      expect(stamped.kind === 'refused' && stamped.reason).toContain(url);
    }
    expect(readdirSync(folder).sort()).toEqual(['captures-00001.warc.gz', 'chain.jsonl']);
  });

  it('has nothing to stamp where there is no chain', async () => {
    expect(await stamp()).toEqual({ kind: 'nothing-to-stamp' });
    expect(asked).toBe(0);
  });
});

describe('verifyArchive with stamps', () => {
  it('finds a chain that was made anew behind a stamp', async () => {
    await append('one');
    await stamp();
    const old = readFileSync(join(folder, 'timestamps', '2.tsr'));
    await append('another one');
    expect(await verifyArchive(folder)).toEqual({
      ok: false,
      file: 'timestamps/2.tsr',
      offset: 0,
      what: 'the time stamp is not of line 2 as it stands in the chain',
    });
    expect(await stamp()).toEqual({
      kind: 'refused',
      reason: 'timestamps/2.tsr is of another line 2: the chain was changed, verify the archive',
    });
    rmSync(join(folder, 'timestamps', '2.tsr'));
    writeFileSync(join(folder, 'timestamps', '3.tsr'), old);
    expect(await verifyArchive(folder)).toMatchObject({
      file: 'chain.jsonl',
      what: 'line 3 is missing, but timestamps/3.tsr is a time stamp of line 3',
    });
  });
});
