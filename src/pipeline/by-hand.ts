/** Pages that a person asks for: addresses, or files that list them, fetched once like a source's. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAddressList } from '../collect/lists/address-list.ts';
import type { ListedAddress, ListFault } from '../collect/lists/listed.ts';
import { readAddresses } from '../collect/lists/read-addresses.ts';
import type { PageRow, SourceRow } from '../store/watching.ts';
import type { Desk } from './desk.ts';
import { newPage } from './watch/announced.ts';
import { entryOf } from './watch/named.ts';
import { BY_HAND, saveRows } from './watch/sources.ts';

/** Bytes by which a file is told to be a list. */
const HEAD_BYTES = 64 * 1024;
/** Rows saved at a time. */
const BATCH = 1000;
const NEVER = 8.64e15;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

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
  let batch: Asked[] = [];
  const flush = async (): Promise<void> => {
    pages += await saveAsked(desk, batch);
    batch = [];
  };
  for (const input of inputs) {
    for await (const one of addressesOf(input)) {
      const asked = 'fault' in one ? one : askedFor(one, desk.now());
      if ('fault' in asked) faults.push({ place: placeOf(input, asked), detail: asked.detail });
      else batch.push(asked);
      if (batch.length >= BATCH) await flush();
    }
  }
  await flush();
  return { pages, faults };
}

async function* addressesOf(input: string): AsyncGenerator<ListedAddress | ListFault> {
  if (ADDRESS.test(input)) {
    yield { url: input, line: 1 };
    return;
  }
  const head = await headOf(input);
  if (!isAddressList(head, input)) {
    const detail = `no addresses are listed here; articles in a file are read with atalaya ingest ${input}`;
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

/** An address with its canonical form. */
interface Asked {
  readonly url: string;
  readonly listed: ListedAddress;
}

function askedFor(listed: ListedAddress, at: number): Asked | ListFault {
  const entry = entryOf(BY_HAND, listed, at);
  if (entry !== undefined) return { url: entry.url, listed };
  const { url: value, line } = listed;
  const detail = `"${value}" cannot be asked for; write an address in full, such as https://example.org/story`;
  return { fault: 'not-an-address', line, value, detail };
}

/** An address stands for itself; what is in a list has a line. */
const placeOf = (input: string, { line }: ListFault): string =>
  ADDRESS.test(input) ? input : `${input}:${line}`;

async function saveAsked(desk: Desk, asked: readonly Asked[]): Promise<number> {
  const at = desk.now();
  const known = await desk.store.pagesByUrls(asked.map(({ url }) => url));
  const rows = new Map<string, PageRow>();
  for (const { url, listed } of asked) {
    const before = known.get(url);
    rows.set(
      url,
      before === undefined ? newPage({ id: BY_HAND }, url, at, listed) : again(before, at),
    );
  }
  if (rows.size > 0) await saveRows(desk, { pages: [...rows.values()] });
  return rows.size;
}

/** A page that a source named before is fetched again now; from then on it counts as asked for by hand. */
const again = (page: PageRow, at: number): PageRow => ({
  ...page,
  source: BY_HAND,
  failures: 0,
  nextAt: at,
});
