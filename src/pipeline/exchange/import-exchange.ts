/**
 * A file of another platform, or of another desk, into this one. Each kind of thing goes the way of a
 * person's own files: articles are ingested, fact-checks kept, entries entered, each from archived bytes.
 * The file is read once for each of these ways, so that no more of it is in memory than one thing.
 */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readChecks } from '../../collect/checks/read-checks.ts';
import type { Exchanged } from '../../collect/exchange/exchanged.ts';
import { claimReviewOf, outletListOf, presenceTableOf } from '../../collect/exchange/own-files.ts';
import { readExchange, type Taken } from '../../collect/exchange/read-exchange.ts';
import type { RawItem } from '../../domain/article.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { EntryDraft } from '../../domain/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { shownBounds } from '../../presence/small-counts.ts';
import type { Desk } from '../desk.ts';
import { type IngestResult, ingestItems } from '../ingest.ts';
import { usualFacts } from '../judge/facts.ts';
import { type ChecksKept, keepChecks } from '../judge/keep-checks.ts';
import { type EntriesKept, keepEntryBytes } from '../presence/keep-entries.ts';

/** What a file came to; everything in it is in one of the numbers. */
export interface ExchangeImported {
  readonly kind: 'exchange';
  readonly file: string;
  readonly articles: IngestResult;
  readonly checks: Pick<ChecksKept, 'met' | 'added' | 'changed' | 'refused'>;
  readonly entries: Pick<EntriesKept, 'entries' | 'added' | 'refused'>;
  /** Facts on outlets, and the list in the desk's folder that they were written to. */
  readonly facts: { readonly count: number; readonly list: string | undefined };
  /** Pages that are named without their text, and the file that lists their addresses. */
  readonly leads: { readonly count: number; readonly list: string | undefined };
  /** Made by a desk like this one. */
  readonly own: number;
  readonly repeated: number;
  /** Entries, facts and addresses that this desk has already, from wherever. */
  readonly known: number;
  /** Nothing that a desk keeps, by type. */
  readonly passed: Readonly<Record<string, number>>;
  readonly refused: number;
  /** The first of what could not be read, a sentence each. */
  readonly refusals: readonly string[];
}

type Thing = Exchanged | Taken;

/** Refusals that are named one by one; all are counted. */
const NAMED = 20;

/** Takes in the file `file`. Throws where it cannot be opened. */
export async function importExchange(desk: Desk, file: string): Promise<ExchangeImported> {
  const counts = await unknownTo(desk, await count(file));
  const articles = await ingestItems(desk, only(file, articleIn), {});
  const checks = await keepChecks(
    desk,
    readChecks([{ name: file, bytes: reviewLines(file) }], { now: desk.now() }),
  );
  const entries =
    counts.entries.length === 0
      ? { entries: 0, added: 0, refused: 0 }
      : await keepEntryBytes(desk, {
          file: `${basename(file)}.presence.csv`,
          bytes: Buffer.from(presenceTableOf(counts.entries.map(({ draft }) => draft))),
          list: undefined,
        });
  const { own, repeated, known, passed, refused, refusals } = counts;
  return {
    kind: 'exchange',
    file,
    articles,
    checks,
    entries,
    facts: await written(desk, `${basename(file)}.outlets.csv`, counts.facts, outletListOf),
    leads: await written(desk, `${basename(file)}.addresses.txt`, counts.leads, (all) =>
      [...all, ''].join('\n'),
    ),
    own,
    repeated,
    known,
    passed: Object.fromEntries([...passed].sort(([, a], [, b]) => b - a)),
    refused,
    refusals,
  };
}

async function written<T>(
  desk: Desk,
  name: string,
  things: readonly T[],
  textOf: (things: readonly T[]) => string,
): Promise<ExchangeImported['facts']> {
  if (things.length === 0) return { count: 0, list: undefined };
  const list = join(desk.folder, name);
  await writeFile(list, textOf(things));
  return { count: things.length, list };
}

interface TakenEntry {
  readonly id: EntryId;
  readonly draft: EntryDraft;
}

interface Counts {
  readonly entries: TakenEntry[];
  readonly facts: OutletFact[];
  readonly leads: string[];
  known: number;
  own: number;
  repeated: number;
  refused: number;
  readonly passed: Map<string, number>;
  readonly refusals: string[];
}

/** What there is besides articles and fact-checks. */
async function count(file: string): Promise<Counts> {
  const counts: Counts = {
    ...{ entries: [], facts: [], leads: [], known: 0, own: 0, repeated: 0, refused: 0 },
    ...{ passed: new Map(), refusals: [] },
  };
  for await (const thing of thingsIn(file)) add(counts, thing);
  return counts;
}

/**
 * Without what this desk has: a desk that imports what it exported itself, or what another one had from the
 * same source, must not count it twice.
 */
async function unknownTo(desk: Desk, counts: Counts): Promise<Counts> {
  const { store } = desk;
  const held = await store.entries();
  const ids = new Set(held.map(({ id }) => id));
  const stated = new Set(held.map(statedBy));
  const entries = counts.entries.filter(
    ({ id, draft }) => !ids.has(id) && !stated.has(statedBy(draft)),
  );
  const factsOf = await usualFacts();
  const facts = counts.facts.filter(
    (fact) => !factsOf(fact.domain).some((one) => isDeepStrictEqual(plain(one), plain(fact))),
  );
  const leads: string[] = [];
  for (const url of counts.leads) {
    if ((await store.versionsOf(url)).length === 0) leads.push(url);
  }
  const before = counts.entries.length + counts.facts.length + counts.leads.length;
  const known = before - entries.length - facts.length - leads.length;
  return { ...counts, entries, facts, leads, known };
}

/** What an entry states, its number as it leaves a desk. */
function statedBy({ number, source, ...entry }: EntryDraft): string {
  const { sender, host, measure, unit, scope, asOf, kind } = entry;
  const bounds = number && shownBounds(number);
  return JSON.stringify([
    ...[sender, host, measure, unit, scope, kind],
    ...[asOf?.first, asOf?.last, bounds?.min, bounds?.max],
    ...[source.name, source.url, source.date],
  ]);
}

/** As JSON would hold it: a field that is undefined is none. */
const plain = (fact: OutletFact): unknown => JSON.parse(JSON.stringify(fact));

function add(counts: Counts, thing: Thing): void {
  switch (thing.kind) {
    case 'article':
    case 'check':
      return;
    case 'no-text':
      counts.leads.push(thing.url);
      return;
    case 'own':
      counts.own++;
      return;
    case 'repeated':
      counts.repeated++;
      return;
    case 'passed':
      pass(counts, thing.type);
      return;
    case 'refused':
      refuse(counts, thing.refusal.detail);
      return;
    case 'taken':
      addTaken(counts, thing);
  }
}

function addTaken(counts: Counts, { taking, place }: Taken): void {
  const where = `${place.file}:${place.line ?? 1}`;
  switch (taking.kind) {
    case 'facts':
      for (const fact of taking.facts) counts.facts.push(fact);
      for (const reason of taking.refused) refuse(counts, `${where} ${reason}`);
      return;
    case 'check':
      return;
    case 'entry':
      counts.entries.push(taking);
      return;
    case 'no-text':
      if (taking.url === undefined) pass(counts, 'article without an address');
      else counts.leads.push(taking.url);
      return;
    case 'derived':
      if (taking.of !== 'head') pass(counts, taking.of);
      return;
    case 'refused':
      refuse(counts, `${where} ${taking.reason}`);
  }
}

function pass({ passed }: Counts, type: string): void {
  passed.set(type, (passed.get(type) ?? 0) + 1);
}

function refuse(counts: Counts, detail: string): void {
  counts.refused++;
  if (counts.refusals.length < NAMED) counts.refusals.push(detail);
}

function thingsIn(file: string): AsyncGenerator<Thing> {
  return readExchange(file, createReadStream(file));
}

async function* only<T>(
  file: string,
  pick: (thing: Thing) => T | undefined,
): AsyncGenerator<T, void> {
  for await (const thing of thingsIn(file)) {
    const picked = pick(thing);
    if (picked !== undefined) yield picked;
  }
}

function articleIn(thing: Thing): Outcome<RawItem> | undefined {
  return thing.kind === 'article' ? { ok: true, value: thing.item } : undefined;
}

/** Fact-checks one a line, each as a ClaimReview. */
async function* reviewLines(file: string): AsyncGenerator<Uint8Array> {
  const lines = only(file, (thing) => {
    if (thing.kind === 'check') return thing.item.bytes;
    return thing.kind === 'taken' && thing.taking.kind === 'check'
      ? Buffer.from(JSON.stringify(claimReviewOf(thing.taking.draft)))
      : undefined;
  });
  for await (const bytes of lines) {
    yield bytes;
    yield Buffer.from('\n');
  }
}
