/** WACZ packages: ZIP files of records, lists of pages and a description. */
import { createHash } from 'node:crypto';
import type { Chance } from '../../bench/chance.ts';
import { readWacz } from '../../src/archive/read-wacz.ts';
import { fileOf } from '../folder.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { mutated } from '../mutate/pick.ts';
import { brokenWarc } from '../mutate/warc.ts';
import { brokenZip } from '../mutate/zip.ts';
import { firstOf, sentenceFault } from '../rules.ts';
import type { BytesTarget, Fault } from '../target.ts';

const PAGES = [
  `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All' })}\n${JSON.stringify({ url: 'https://ledger.example/pier', ts: '2024-09-23T14:05:00Z', title: 'The pier' })}\n`,
];

const sha256 = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function make(chance: Chance): Uint8Array {
  const warc = brokenWarc(chance);
  const often = (text: string): string =>
    chance() < 0.5 ? text : mutated([text], JSON_MUTATORS, chance);
  const pages = Buffer.from(often(PAGES[0]!));
  const listed = [
    { path: 'archive/data.warc.gz', hash: sha256(warc) },
    { path: 'pages/pages.jsonl', hash: sha256(pages) },
  ];
  const about = Buffer.from(
    often(JSON.stringify({ wacz_version: '1.1.1', title: 'Invented', resources: listed })),
  );
  const digest = JSON.stringify({ path: 'datapackage.json', hash: sha256(about) });
  return brokenZip(
    [
      { name: 'archive/data.warc.gz', bytes: warc },
      { name: 'pages/pages.jsonl', bytes: pages },
      { name: 'datapackage.json', bytes: about },
      { name: 'datapackage-digest.json', bytes: Buffer.from(often(digest)) },
    ],
    chance,
  );
}

async function check(bytes: Uint8Array): Promise<Fault> {
  const path = fileOf('case.wacz', bytes);
  for await (const entry of readWacz(path, { mostBlockBytes: 32 * 1024 })) {
    const fault = firstOf(faults(entry));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

type Entry = ReturnType<typeof readWacz> extends AsyncGenerator<infer T> ? T : never;

function* faults(entry: Entry): Generator<Fault> {
  if (entry.kind === 'problem') yield sentenceFault('a problem', entry.reason);
  if (entry.kind === 'page' && entry.page.capturedAt !== undefined) {
    if (!Number.isInteger(entry.page.capturedAt)) yield `a page is of ${entry.page.capturedAt}`;
  }
  if (entry.kind === 'warc' && /(?:^|\/)\.\.(?:\/|$)|^\/|\\/.test(entry.file)) {
    yield `a file is read whose name climbs: ${entry.file}`;
  }
}

export const wacz: BytesTarget = { kind: 'bytes', name: 'wacz', weight: 3, make, check };
