import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCapture } from '../../archive/archive.ts';
import { readChecks } from '../../collect/checks/read-checks.ts';
import type { FactCheck } from '../../domain/checks.ts';
import { dumpDesk, fileIn, NOW, onDesk, useFolder } from '../desk.fixture.ts';
import type { Desk } from '../desk.ts';
import { type ChecksKept, keepChecks } from './keep-checks.ts';

const folder = useFolder();

const HEAD = 'claim,rating,checker,url,checked';
const PIER = 'The invented pier was sold,False,Bay Check,https://check.example/pier,2024-09-20';
const CRANES =
  'Ninety cranes were shipped,Mostly true,Bay Check,https://check.example/cranes,2024-09-21';
const FERRY = 'The ferry sank twice,Bulo,Bay Check,https://check.example/ferry,2024-09-22';

const table = (name: string, ...rows: string[]): string =>
  fileIn(folder(), name, [HEAD, ...rows, ''].join('\n'));

const keep = (desk: Desk, ...files: string[]): Promise<ChecksKept> =>
  keepChecks(desk, readChecks(files, { now: NOW }));

async function checksOf({ store }: Desk): Promise<FactCheck[]> {
  const checks: FactCheck[] = [];
  for await (const check of store.checks()) checks.push(check);
  return checks;
}

const summary = async (desk: Desk): Promise<unknown[]> =>
  (await checksOf(desk)).map(({ claim, rating }) => [claim, rating]);

describe('keepChecks', () => {
  it('archives the bytes that state each check under an origin of its own', async () => {
    const file = table('c.csv', PIER, CRANES);
    await onDesk(join(folder(), 'desk'), async (desk) => {
      expect(await keep(desk, file)).toMatchObject({ met: 2, added: 2, changed: 0, refused: 0 });
      const checks = await checksOf(desk);
      const captures = await desk.store.capturesByIds(checks.map(({ capture }) => capture));
      expect(captures.size).toBe(2);
      for (const [i, { claim, rating, capture }] of checks.entries()) {
        const { digest, origin, length, record } = captures.get(capture)!;
        expect(origin).toBe(`fact-check:${file}#${i + 2}`);
        const bytes = await readCapture(desk.archiveFolder, record, digest);
        expect(bytes.byteLength).toBe(length);
        expect(Buffer.from(bytes).toString()).toContain(claim);
        expect(Buffer.from(bytes).toString()).toContain(rating);
      }
    });
  });

  it('adds nothing when it is run again, to the rows or to the archive', async () => {
    const file = table('c.csv', PIER, CRANES);
    const own = join(folder(), 'desk');
    await onDesk(own, (desk) => keep(desk, file));
    const before = dumpDesk(own);
    const again = await onDesk(own, (desk) => keep(desk, file));
    expect(again).toEqual({ met: 2, added: 0, changed: 0, refused: 0, refusals: [] });
    expect(dumpDesk(own)).toEqual(before);
    expect(before.tables['fact_check']).toHaveLength(2);
  });

  it('replaces what is stated anew, and keeps the evidence of what was stated before', async () => {
    await onDesk(join(folder(), 'desk'), async (desk) => {
      await keep(desk, table('c.csv', PIER, CRANES));
      const [old] = await checksOf(desk);
      const anew = await keep(desk, table('d.csv', PIER.replace('False', 'True'), CRANES));
      expect(anew).toMatchObject({ met: 2, added: 0, changed: 1, refused: 0 });
      const [now, ...others] = await checksOf(desk);
      expect(now).toMatchObject({ id: old!.id, claim: old!.claim, rating: 'True' });
      expect(others).toHaveLength(1);
      expect(now!.capture).not.toBe(old!.capture);
      const earlier = (await desk.store.capturesByIds([old!.capture])).get(old!.capture)!;
      const bytes = await readCapture(desk.archiveFolder, earlier.record, earlier.digest);
      expect(Buffer.from(bytes).toString()).toContain('False');
    });
  });

  it('archives nothing again of a check that returns to its first words', async () => {
    const own = join(folder(), 'desk');
    const [first, second] = [table('c.csv', PIER), table('d.csv', PIER.replace('False', 'True'))];
    await onDesk(own, async (desk) => {
      await keep(desk, first);
      await keep(desk, second);
    });
    const { archive } = dumpDesk(own);
    await onDesk(own, async (desk) => {
      expect(await keep(desk, first)).toMatchObject({ added: 0, changed: 1 });
      expect(await summary(desk)).toEqual([['The invented pier was sold', 'False']]);
    });
    expect(dumpDesk(own).archive).toEqual(archive);
  });

  it('takes the last word of a check that stands in one file more than once', async () => {
    const other = PIER.replace('False', 'Misleading');
    await onDesk(join(folder(), 'one'), async (desk) => {
      const kept = await keep(desk, table('c.csv', PIER, PIER, CRANES));
      expect(kept).toMatchObject({ met: 3, added: 2, changed: 0 });
    });
    expect(dumpDesk(join(folder(), 'one')).tables['capture']).toHaveLength(2);
    await onDesk(join(folder(), 'two'), async (desk) => {
      expect(await keep(desk, table('c.csv', PIER, other))).toMatchObject({ met: 2, added: 1 });
      expect(await summary(desk)).toEqual([['The invented pier was sold', 'Misleading']]);
      // Back to what was known before the file began: nothing to change.
      const back = await keep(desk, table('d.csv', PIER, other));
      expect(back).toMatchObject({ met: 2, added: 0, changed: 0 });
      expect(await summary(desk)).toEqual([['The invented pier was sold', 'Misleading']]);
    });
  });

  it('counts every refusal, names the first twenty, and keeps the rest of the file', async () => {
    const empty = Array.from({ length: 25 }, (_, i) => `,False,Bay Check,https://c.example/${i},`);
    const file = table('c.csv', PIER, ...empty, CRANES);
    await onDesk(join(folder(), 'desk'), async (desk) => {
      const kept = await keep(desk, file);
      expect(kept).toMatchObject({ met: 27, added: 2, refused: 25 });
      expect(kept.refusals).toHaveLength(20);
      expect(kept.refusals[0]!.detail).toContain(`${file}:3: no claim is stated`);
      expect((await checksOf(desk)).length).toBe(2);
    });
  });

  it('tells checks without an address apart by checker, day and claim, not by rating', async () => {
    const row = (claim: string, rating: string, checker: string, day: string): string =>
      `${claim},${rating},${checker},,${day}`;
    const file = table(
      'c.csv',
      row('The ferry sank', 'False', 'Bay Check', '2024-09-20'),
      row('The ferry sank', 'False', 'Bay Check', '2024-09-21'),
      row('The ferry sank', 'False', 'Cape Check', '2024-09-20'),
      row('The ferry rose', 'False', 'Bay Check', '2024-09-20'),
    );
    await onDesk(join(folder(), 'desk'), async (desk) => {
      expect(await keep(desk, file)).toMatchObject({ added: 4 });
      expect(new Set((await checksOf(desk)).map(({ id }) => id)).size).toBe(4);
      const anew = table('d.csv', row('The ferry sank', 'Mixed', 'Bay Check', '2024-09-20'));
      expect(await keep(desk, anew)).toMatchObject({ added: 0, changed: 1 });
    });
  });

  it('keeps two claims that are checked at one address', async () => {
    await onDesk(join(folder(), 'desk'), async (desk) => {
      const second = PIER.replace('was sold', 'was burnt');
      expect(await keep(desk, table('c.csv', PIER, second))).toMatchObject({ added: 2 });
    });
  });
});

describe('an interrupted import', () => {
  /** Dies when evidence is archived and its rows are not yet saved. */
  const mortal = (desk: Desk): Desk => ({
    ...desk,
    store: {
      ...desk.store,
      saveChecks: async () => {
        throw new Error('killed');
      },
    },
  });

  it('leaves no evidence that nobody knows of, and is made good by the next run', async () => {
    const files = [table('c.csv', PIER), table('d.csv', CRANES), table('e.csv', FERRY)];
    const whole = join(folder(), 'whole');
    await onDesk(whole, async (desk) => {
      for (const file of files) await keep(desk, file);
    });
    const torn = join(folder(), 'torn');
    const archived = (): number =>
      readdirSync(join(torn, 'archive')).reduce(
        (sum, name) => sum + statSync(join(torn, 'archive', name)).size,
        0,
      );
    await onDesk(torn, async (desk) => {
      await keep(desk, files[0]!);
      const committed = archived();
      await expect(keep(mortal(desk), files[1]!)).rejects.toThrow('killed');
      expect(archived()).toBeGreaterThan(committed);
      expect((await checksOf(desk)).length).toBe(1);
      const { file } = (await desk.store.archiveEnd())!;
      // What a crash in the middle of a write leaves: half a record.
      appendFileSync(join(desk.archiveFolder, file), 'half a record');
      for (const one of files) await keep(desk, one);
    });
    expect(dumpDesk(torn)).toEqual(dumpDesk(whole));
  });
});
