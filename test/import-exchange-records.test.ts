/** Our own export in JSON Lines, read again: every field of every record, and what is no record. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OwnRecord, readExport } from '../src/collect/exchange/own-lines.ts';
import type { ExportRecord } from '../src/domain/exports.ts';
import type { Outcome } from '../src/domain/outcome.ts';
import type { Worded } from '../src/domain/worded.ts';
import { RECORDS } from '../src/export/linked/invented-records.fixture.ts';
import { jsonLines } from '../src/export/tables/json-lines.ts';
import { FUZZED_RECORDS } from './import-exchange-records.fixture.ts';

const HEAD = '{"atalaya":1,"kind":"head","version":"0.1.0","sponsors":["RU"],"at":0,"articles":0}';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function read(text: string): Promise<readonly Outcome<OwnRecord>[]> {
  const given: Outcome<OwnRecord>[] = [];
  for await (const one of readExport('desk.jsonl', bytesOf(text))) given.push(one);
  return given;
}

/** What the second line, behind a head, is read as. */
async function readLine(line: string): Promise<Outcome<OwnRecord>> {
  const given = await read(`${HEAD}\n${line}\n`);
  expect(given).toHaveLength(2);
  return given[1]!;
}

async function* each(records: readonly ExportRecord[]): AsyncGenerator<ExportRecord> {
  yield* records;
}

/** A record as a line holds it: what the ladder notes of a step in English alone. */
function asLine(record: unknown): string {
  return JSON.stringify(record, (key, value: unknown) =>
    key === 'note' && typeof value === 'object' ? (value as Worded).en : value,
  );
}

/** Places of all values inside a value, itself left out. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return [here, ...placesIn(inner, here)];
  });
}

/** A copy in which `change` was done to the value that holds `path`'s last key. */
function changed(
  value: unknown,
  path: readonly string[],
  change: (holder: Record<string, unknown>, key: string) => void,
): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  change(holder, path.at(-1)!);
  return copy;
}

/** Something of another type than what stands there, and of no type that any field has beside it. */
function wrong(value: unknown): unknown {
  if (typeof value === 'boolean' || Array.isArray(value)) return 'not this';
  return typeof value === 'object' ? true : { not: 'this' };
}

describe('readExport', () => {
  for (const [kind, records] of Object.entries(FUZZED_RECORDS)) {
    if (kind === 'head') continue;
    it(`gives a ${kind} as it was written`, async () => {
      await fc.assert(
        fc.asyncProperty(records, async (record) => {
          const line = JSON.stringify(record);
          const given = await readLine(line);
          expect(given.ok && JSON.parse(asLine(given.value.record))).toEqual(JSON.parse(line));
          expect(given.ok && Buffer.from(given.value.bytes).toString()).toBe(line);
          expect(given.ok && given.value.place).toEqual({ file: 'desk.jsonl', line: 2 });
        }),
      );
    });

    it(`refuses a ${kind} with any field of another type, naming the field`, async () => {
      await fc.assert(
        fc.asyncProperty(records, fc.nat(), async (record, pick) => {
          const plain: unknown = JSON.parse(JSON.stringify(record));
          const places = placesIn(plain);
          const place = places[pick % places.length]!;
          const line = changed(plain, place, (holder, key) => {
            Object.defineProperty(holder, key, { value: wrong(holder[key]) });
          });
          const given = await readLine(JSON.stringify(line));
          expect(given.ok, `${place.join('.')} was taken`).toBe(false);
          if (given.ok || place[0] === 'kind') return;
          const named = place.filter((step) => !/^\d+$/.test(step));
          expect(given.refusal.detail).toContain(named.at(-1)!.toWellFormed().slice(0, 20));
        }),
      );
    });

    it(`refuses a ${kind} without a field, or gives it as it stands`, async () => {
      await fc.assert(
        fc.asyncProperty(records, fc.nat(), async (record, pick) => {
          const plain: unknown = JSON.parse(JSON.stringify(record));
          const places = placesIn(plain);
          const place = places[pick % places.length]!;
          const line = changed(plain, place, (holder, key) => {
            if (Array.isArray(holder)) holder.splice(Number(key), 1);
            else delete holder[key];
          });
          const given = await readLine(JSON.stringify(line));
          // Where a capture came from is left out by our own writer.
          if (!given.ok) expect(given.refusal.kind).toMatch(/damaged-record/);
          else if (place.at(-1) !== 'origin') {
            expect(JSON.parse(asLine(given.value.record))).toEqual(line);
          }
        }),
      );
    });
  }

  it('reads the head, and a head alone', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED_RECORDS.head, async (head) => {
        const given = await read(JSON.stringify({ atalaya: 1, ...head }));
        expect(given.map((one) => one.ok && one.value.record)).toEqual([head]);
      }),
    );
  });

  it('reads what our own writer writes, all but places on the machine and people', async () => {
    let text = '';
    for await (const piece of jsonLines(each(RECORDS))) text += piece as string;
    const given = await read(text);
    expect(given.every((one) => one.ok)).toBe(true);
    const records = given.map((one) => one.ok && one.value.record);
    expect(records.map((one) => (one ? one.kind : undefined))).toEqual(
      RECORDS.map((one) => one.kind),
    );
    const written = JSON.stringify(records);
    expect(written.match(/"origin":"[^"]*"/g)?.every((one) => one === '"origin":""')).toBe(true);
    expect(written.includes('someone of the desk')).toBe(false);
    const entry = RECORDS.find((one) => one.kind === 'entry');
    expect(records.find((one) => one && one.kind === 'entry')).toEqual(entry);
  });

  it('has notes of a ladder in English, as lines of earlier versions do', async () => {
    const cascade = RECORDS.find((one) => one.kind === 'cascade')!;
    let line = '';
    for await (const piece of jsonLines(each([cascade]))) line += piece as string;
    expect(line).toContain('"note":"Bay Holding, by its imprint"');
    const given = await readLine(line.trim());
    const note = { en: 'Bay Holding, by its imprint', es: 'Bay Holding, by its imprint' };
    const read = given.ok && given.value.record.kind === 'cascade' && given.value.record.cascade;
    const merges = read ? read.ladder?.rungs.flatMap((rung) => rung.merges) : undefined;
    expect(merges?.map((merge) => merge.note)).toContainEqual(note);
  });

  it('names a missing field as the docs show', async () => {
    const docs = readFileSync(new URL('../docs/import.md', import.meta.url), 'utf8');
    const cascade = RECORDS.find((one) => one.kind === 'cascade');
    const line = asLine(cascade).replace('"credit":"unknown",', '');
    const given = await readLine(line);
    const shown = /`(cascade\.echoes[^`]+)`/.exec(docs)![1]!;
    expect(!given.ok && given.refusal.detail).toContain(shown);
  });

  it('takes no field that no record has', async () => {
    const given = await readLine(
      '{"kind":"outlet","domain":"a.example","name":"A","facts":[],"rank":7,"__proto__":{"x":1},"constructor":2}',
    );
    const record = { kind: 'outlet', domain: 'a.example', name: 'A', facts: [] };
    expect(given.ok && given.value.record).toEqual(record);
    expect(given.ok && Object.keys(given.value.record)).toEqual(Object.keys(record));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keeps __proto__ as a key like any other where keys are free', async () => {
    const given = await readLine(
      '{"kind":"cascade","cascade":null,"checks":[],"pairs":{"__proto__":["x"]}}',
    );
    expect(given.ok).toBe(false);
    const reading = RECORDS.find((one) => one.kind === 'reading');
    const line = JSON.stringify(reading).replace(/"pairs":\{/, '"pairs":{"__proto__":[1],');
    const read = await readLine(line);
    const pairs = read.ok && read.value.record.kind === 'reading' && read.value.record.pairs;
    expect(Object.getPrototypeOf(pairs)).toBe(Object.prototype);
    expect(Object.keys(pairs as object)).toContain('__proto__');
  });

  it.each([
    ['an empty file', '', 'empty-file'],
    ['blank lines', '\n \n', 'empty-file'],
    ['a file that begins with a record', '{"kind":"outlet"}', 'unknown-format'],
    ['a head without layout', '{"kind":"head"}', 'unknown-format'],
    ['a head of a newer layout', HEAD.replace(':1', ':2'), 'unknown-format'],
    ['a table', 'domain,name\na,b', 'broken-json'],
    ['a list', '[]', 'unknown-format'],
  ])('refuses %s once', async (_, text, kind) => {
    const given = await read(
      `${text}\n{"kind":"outlet","domain":"a","name":"","facts":[]}`.slice(
        0,
        text.trim() === '' ? text.length : undefined,
      ),
    );
    expect(given).toHaveLength(1);
    expect(!given[0]!.ok && given[0]!.refusal.kind).toBe(kind);
  });

  it.each([
    ['broken JSON', '{"kind":', 'broken-json'],
    ['a scalar', '7', 'damaged-record'],
    ['a second head', HEAD, 'unknown-format'],
    ['a record of no kind', '{"kind":"toString"}', 'damaged-record'],
    ['a kind that is no text', '{"kind":{"toString":1}}', 'damaged-record'],
    ['nesting without end', '['.repeat(200_000), 'broken-json'],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'damaged-record'],
    ['a number beyond all bounds', '{"kind":"outlet","domain":1e999}', 'damaged-record'],
    [
      'bounds that are no bounds',
      JSON.stringify(RECORDS.find((one) => one.kind === 'entry')).replace('"min":1', '"min":3'),
      'damaged-record',
    ],
  ])('refuses %s alone and goes on', async (_, line, kind) => {
    const outlet = '{"kind":"outlet","domain":"a","name":"","facts":[]}';
    const given = await read(`${HEAD}\n${line}\n${outlet}`);
    expect(given.map((one) => one.ok)).toEqual([true, false, true]);
    const refusal = given[1]!.ok ? undefined : given[1]!.refusal;
    expect(refusal?.kind).toBe(kind);
    expect(refusal?.place).toEqual({ file: 'desk.jsonl', line: 2 });
    expect(refusal?.detail).toMatch(/^desk\.jsonl:2 /);
    expect(refusal?.value?.length ?? 0).toBeLessThanOrEqual(200);
  });

  it('reads a text of ten megabytes, and refuses a line over the limit without holding it', async () => {
    const name = 'x'.repeat(10_000_000);
    const line = JSON.stringify({ kind: 'outlet', domain: 'a', name, facts: [] });
    const given = await readLine(line);
    expect(given.ok && given.value.record.kind === 'outlet' && given.value.record.name).toBe(name);
    const short: Outcome<OwnRecord>[] = [];
    const options = { maxLineBytes: 1000 };
    for await (const one of readExport('f', bytesOf(`${HEAD}\n${line}`), options)) short.push(one);
    expect(short.map((one) => one.ok || one.refusal.kind)).toEqual([true, 'line-too-long']);
  });

  it('throws for no bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.json(), async (bytes, json) => {
        const text = `${HEAD}\n${json}\n${Buffer.from(bytes).toString('latin1')}`;
        const given = await read(text);
        expect(given[0]!.ok).toBe(true);
        for (const one of given.slice(1)) expect(one.ok).toBe(false);
      }),
    );
  });
});
