/** Pages that a person asks for: addresses, or files that list them, fetched once like a source's. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAddressList } from '../collect/lists/address-list.ts';
import type { ListedAddress, ListFault } from '../collect/lists/listed.ts';
import { readAddresses } from '../collect/lists/read-addresses.ts';
import type { PageRow, SourceRow } from '../store/watching.ts';
import type { Desk } from './desk.ts';
import { entryOf } from './watch/named.ts';
import { BY_HAND, saveRows } from './watch/sources.ts';

/** Bytes by which a file is told to be a list. */
const HEAD_BYTES = 64 * 1024;
/** Rows saved at a time. */
const BATCH = 1000;
const NEVER = 8.64e15;

/** What was asked for, and what of it could not be meant. */
export interface AskedPages {
  /** Addresses that are due now. */
  readonly pages: number;
  readonly faults: readonly { readonly place: string; readonly detail: string }[];
}

/** Makes pages due: each argument is an address, or a file that lists addresses. */
export async function askForPages(desk: Desk, inputs: readonly string[]): Promise<AskedPages> {
  const source: SourceRow = {
    id: BY_HAND,
    kind: 'list',
    url: '',
    every: NEVER,
    active: true,
    nextAt: NEVER,
    polls: 0,
    failures: 0,
    entries: 0,
  };
  await saveRows(desk, { sources: [source] });
  const faults: { place: string; detail: string }[] = [];
  let pages = 0;
  let batch: ListedAddress[] = [];
  const flush = async (): Promise<void> => {
    pages += await saveAsked(desk, batch);
    batch = [];
  };
  for (const input of inputs) {
    for await (const one of addressesOf(input)) {
      if ('fault' in one) faults.push({ place: `${input}:${one.line}`, detail: one.detail });
      else batch.push(one);
      if (batch.length >= BATCH) await flush();
    }
  }
  await flush();
  return { pages, faults };
}

async function* addressesOf(input: string): AsyncGenerator<ListedAddress | ListFault> {
  if (/^https?:\/\//i.test(input)) {
    yield { url: input, line: 1 };
    return;
  }
  const head = await headOf(input);
  if (!isAddressList(head, input)) {
    const detail = `${input} lists no addresses: articles in a file are read with atalaya ingest ${input}`;
    yield { fault: 'no-address', line: 1, value: '', detail };
    return;
  }
  yield* readAddresses(createReadStream(input), { name: input });
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const expected = 'an address (https://…) or a file that lists addresses was expected';
    throw new Error(`${path} cannot be read: ${expected}`, { cause });
  }
}

async function saveAsked(desk: Desk, asked: readonly ListedAddress[]): Promise<number> {
  const at = desk.now();
  const entries = asked.flatMap((one) => {
    const entry = entryOf(BY_HAND, one, at);
    return entry === undefined ? [] : [{ entry, one }];
  });
  const known = await desk.store.pagesByUrls(entries.map(({ entry }) => entry.url));
  const rows = new Map<string, PageRow>();
  for (const { entry, one } of entries) {
    const before = known.get(entry.url);
    rows.set(entry.url, before === undefined ? pageOf(entry.url, one, at) : again(before, at));
  }
  if (rows.size > 0) await saveRows(desk, { pages: [...rows.values()] });
  return rows.size;
}

/** A page that a source named before is fetched again now, as that source's. */
const again = (page: PageRow, at: number): PageRow => ({
  ...page,
  source: BY_HAND,
  failures: 0,
  nextAt: at,
});

function pageOf(url: string, { title, published, language }: ListedAddress, at: number): PageRow {
  return {
    url,
    host: new URL(url).host,
    source: BY_HAND,
    state: 'waiting',
    nextAt: at,
    foundAt: at,
    failures: 0,
    fetches: 0,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
  };
}
