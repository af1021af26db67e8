/**
 * STIX by the official JSON schemas of STIX 2.1, where a copy of them is at hand; of invented records, and
 * of records made hostile.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportRecord } from '../src/domain/exports.ts';
import { stixBundle, stixObjects } from '../src/export/stix/bundle.ts';
import { hostileRecords } from '../src/export/stix/hostile-stix.fixture.ts';
import { RECORDS, streamed, writtenBy } from '../src/export/stix/invented-stix.fixture.ts';
import { hasSchemas, type Loose, openValidator, type StixValidator } from './stix-validator.ts';

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

describe.skipIf(!hasSchemas)('the schemas of STIX 2.1', () => {
  let stix: StixValidator;
  beforeAll(() => {
    stix = openValidator();
  });

  it('hold of every object', async () => {
    expect(stix.problems(await objectsOf())).toEqual([]);
  });

  it('hold of the bundle', async () => {
    const bundle = JSON.parse(await writtenBy(stixBundle));
    // The schema knows nothing of these types, and takes what has dates for two kinds of a type at once.
    const unknown = /^(channel|extension-definition|grouping|location|narrative|note|opinion)$/;
    bundle.objects = bundle.objects.filter(({ type }: Loose) => !unknown.test(String(type)));
    expect(bundle.objects.length).toBeGreaterThan(30);
    expect(stix.bundleProblem(bundle)).toBe('');
  });

  it('hold of every object of hostile records', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRecords, async (records) => {
        expect(stix.problems(await objectsOf(records))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('refuse what is broken', async () => {
    const [report] = byType(await objectsOf(), 'report');
    expect(stix.problems([{ ...report, object_refs: [] }])).toHaveLength(1);
  });
});
