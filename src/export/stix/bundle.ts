/**
 * Everything that leaves the desk, as STIX 2.1: one bundle, or one object a line. Memory grows by the
 * identifiers of what was emitted, and by nothing else.
 */
import type { ExportHead, ExportRecord } from '../../domain/exports.ts';
import { alertObjects } from './alerts.ts';
import { articleObjects } from './articles.ts';
import { cascadeObjects } from './cascades.ts';
import { checkObjects } from './checks.ts';
import { type Desk, deskObjects, deskOf } from './desk.ts';
import { entryObjects } from './entries.ts';
import { stixId } from './identifiers.ts';
import { isNew, type Known, nothingKnown } from './known.ts';
import type { Tlp } from './marking.ts';
import type { StixObject } from './object.ts';
import { outletObjects } from './outlets.ts';
import { statementObjects } from './statements.ts';
import { stateObjects } from './states.ts';

export interface StixOptions {
  /** The marking of all objects; `clear` unless something else is asked for. */
  readonly tlp?: Tlp;
}

/** Every object once, each after those that it refers to. */
export async function* stixObjects(
  records: AsyncIterable<ExportRecord>,
  options: StixOptions = {},
): AsyncIterable<StixObject> {
  for await (const { objects } of batches(records, options)) yield* objects;
}

/** One bundle. Its identifier is made of the desk as the head describes it, and of the marking. */
export async function* stixBundle(
  records: AsyncIterable<ExportRecord>,
  options: StixOptions = {},
): AsyncIterable<string> {
  let begun = false;
  for await (const { head, objects } of batches(records, options)) {
    const json = [...objects].map((object) => JSON.stringify(object)).join(',\n');
    if (json === '') continue;
    yield begun
      ? `,\n${json}`
      : `{"type":"bundle","id":"${bundleId(head, options)}","objects":[\n${json}`;
    begun = true;
  }
  yield '\n]}\n';
}

/** One object a line. */
export async function* stixLines(
  records: AsyncIterable<ExportRecord>,
  options: StixOptions = {},
): AsyncIterable<string> {
  for await (const { objects } of batches(records, options)) {
    const lines = [...objects].map((object) => `${JSON.stringify(object)}\n`).join('');
    if (lines !== '') yield lines;
  }
}

/** The objects of one record after the other; first of all those of the desk itself. */
async function* batches(
  records: AsyncIterable<ExportRecord>,
  { tlp = 'clear' }: StixOptions,
): AsyncIterable<{ head: ExportHead | undefined; objects: Iterable<StixObject> }> {
  const known = nothingKnown();
  let desk: Desk | undefined;
  for await (const record of records) {
    const head = record.kind === 'head' ? record : undefined;
    if (desk === undefined) {
      desk = deskOf(head, tlp);
      yield { head, objects: first(desk, known, tlp) };
    }
    yield { head, objects: objectsOf(desk, known, record) };
  }
  if (desk === undefined)
    yield { head: undefined, objects: first(deskOf(undefined, tlp), known, tlp) };
}

function* first(desk: Desk, known: Known, tlp: Tlp): Iterable<StixObject> {
  for (const object of deskObjects(desk, tlp)) if (isNew(known, object.id)) yield object;
}

function objectsOf(desk: Desk, known: Known, record: ExportRecord): Iterable<StixObject> {
  switch (record.kind) {
    case 'head':
      return stateObjects(desk, known, [record.host, ...record.sponsors]);
    case 'outlet':
      return outletObjects(desk, known, record);
    case 'article':
      return articleObjects(desk, known, record);
    case 'check':
      return checkObjects(desk, known, record);
    case 'reading':
      return statementObjects(desk, known, record);
    case 'cascade':
      return cascadeObjects(desk, known, record);
    case 'entry':
      return entryObjects(desk, known, record);
    case 'alert':
      return alertObjects(desk, known, record);
  }
}

function bundleId(head: ExportHead | undefined, { tlp = 'clear' }: StixOptions): string {
  return stixId('bundle', {
    title: head?.title?.toWellFormed(),
    host: head?.host?.toWellFormed(),
    at: head === undefined ? undefined : String(head.at),
    articles: head === undefined ? undefined : String(head.articles),
    tlp,
  });
}
