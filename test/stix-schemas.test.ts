/**
 * STIX by the official JSON schemas of STIX 2.1, where a copy of them is at hand; of invented records, and
 * of records made hostile.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../src/domain/exports.ts';
import { stixBundle, stixObjects } from '../src/export/stix/bundle.ts';
import { hostileRecords } from '../src/export/stix/hostile-stix.fixture.ts';
import { RECORDS, streamed, writtenBy } from '../src/export/stix/invented-stix.fixture.ts';

type Loose = Readonly<Record<string, unknown>>;

async function objectsOf(records: Iterable<ExportRecord> = RECORDS): Promise<Loose[]> {
  const objects: Loose[] = [];
  // By way of JSON, as other programs get them.
  for await (const object of stixObjects(streamed(records))) {
    objects.push(JSON.parse(JSON.stringify(object)));
  }
  return objects;
}

const byType = (objects: readonly Loose[], type: string) =>
  objects.filter((object) => object['type'] === type);

const SCHEMAS = resolve(
  import.meta.dirname,
  '../../shared/data/standards/stix2-json-schemas/schemas',
);
const present = existsSync(SCHEMAS);
if (!present) console.warn('skipped: no shared data (the JSON schemas of STIX 2.1)');

/** The types of OpenCTI have no schema of their own: that of their kind holds. */
const KIND_OF: Readonly<Record<string, string>> = {
  channel: 'core',
  narrative: 'core',
  'media-content': 'cyber-observable-core',
};

describe.skipIf(!present)('the schemas of STIX 2.1', () => {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, logger: false });
  formats.default(ajv);
  const validators = new Map<string, ValidateFunction>();
  const load = () => {
    if (validators.size > 0) return;
    const files = readdirSync(SCHEMAS, { recursive: true }).map(String);
    const schemas = files
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8'))] as const);
    for (const [, schema] of schemas) ajv.addSchema(schema);
    for (const [file, schema] of schemas) {
      validators.set(basename(file, '.json'), ajv.getSchema(schema.$id)!);
    }
  };
  const problems = (objects: readonly Loose[]): string[] =>
    objects.flatMap((object) => {
      const type = String(object['type']);
      const valid = validators.get(KIND_OF[type] ?? type)!;
      return valid(object) ? [] : [`${object['id']}: ${ajv.errorsText(valid.errors)}`];
    });

  it('hold of every object', async () => {
    load();
    expect(problems(await objectsOf())).toEqual([]);
  });

  it('hold of the bundle', async () => {
    load();
    const bundle = JSON.parse(await writtenBy(stixBundle));
    const valid = validators.get('bundle')!;
    // The schema knows nothing of these types, and takes what has dates for two kinds of a type at once.
    const unknown = /^(channel|extension-definition|grouping|location|narrative|note|opinion)$/;
    bundle.objects = bundle.objects.filter(({ type }: Loose) => !unknown.test(String(type)));
    expect(bundle.objects.length).toBeGreaterThan(30);
    expect(valid(bundle) ? '' : ajv.errorsText(valid.errors).slice(0, 1_000)).toBe('');
  });

  it('hold of every object of hostile records', async () => {
    load();
    await fc.assert(
      fc.asyncProperty(hostileRecords, async (records) => {
        expect(problems(await objectsOf(records))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('refuse what is broken', async () => {
    load();
    const [report] = byType(await objectsOf(), 'report');
    expect(problems([{ ...report, object_refs: [] }])).toHaveLength(1);
  });
});
