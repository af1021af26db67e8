import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChecks } from '../../collect/checks/read-checks.ts';
import { matchClaim } from '../../judge/claims/match-claim.ts';
import { fileIn, NOW, onDesk, useFolder } from '../desk.fixture.ts';
import type { Desk } from '../desk.ts';
import { openCheckIndex } from './check-index.ts';
import { openClaimPorts } from './claim-ports.ts';
import { keepChecks } from './keep-checks.ts';

const folder = useFolder();

const worth = (): number => 8;
const PIER = 'Castran engineers secretly bought the northern pier of Lorvane';
const FEVER = 'Boiled seaweed cures the harbour fever within two days';

function add(desk: Desk, ...claims: string[]): Promise<unknown> {
  const rows = claims.map(
    (claim, i) => `${claim},False,Bay Check,https://c.example/${claim.length}${i}`,
  );
  const file = fileIn(folder(), 'c.csv', ['claim,rating,checker,url', ...rows].join('\n'));
  return keepChecks(desk, readChecks([file], { now: NOW }));
}

/** The desk, and how often all its checks were read: once a building of the index. */
function counting(desk: Desk): { readonly desk: Desk; readonly built: () => number } {
  let built = 0;
  const checks: Desk['store']['checks'] = () => {
    built++;
    return desk.store.checks();
  };
  return { desk: { ...desk, store: { ...desk.store, checks } }, built: () => built };
}

const indexFiles = (desk: Desk): string[] =>
  readdirSync(desk.folder).filter((name) => name.startsWith('checks-'));

const finds = (index: Awaited<ReturnType<typeof openCheckIndex>>, claim: string): number =>
  matchClaim(index, claim, { ...openClaimPorts(), language: 'en', most: 5 }).length;

const inDesk = <T>(work: (desk: Desk, built: () => number) => Promise<T>): Promise<T> =>
  onDesk(join(folder(), 'desk'), async (whole) => {
    const { desk, built } = counting(whole);
    return work(desk, built);
  });

describe('openCheckIndex', () => {
  it('is built once and then opened from its file, the same', async () => {
    await inDesk(async (desk, built) => {
      await add(desk, PIER, FEVER);
      const first = await openCheckIndex(desk, worth);
      const second = await openCheckIndex(desk, worth);
      expect(built()).toBe(1);
      expect(first.size).toBe(2);
      expect(Buffer.from(second.data).equals(Buffer.from(first.data))).toBe(true);
      expect(indexFiles(desk)).toHaveLength(1);
      expect([finds(second, PIER), finds(second, 'A choir sang under grey balloons')]).toEqual([
        1, 0,
      ]);
    });
  });

  it('is built for a desk without fact-checks, and finds none', async () => {
    await inDesk(async (desk) => {
      const index = await openCheckIndex(desk, worth);
      expect([index.size, finds(index, PIER)]).toEqual([0, 0]);
    });
  });

  it('is built again after a change, and leaves no older file', async () => {
    await inDesk(async (desk, built) => {
      await add(desk, PIER);
      expect(finds(await openCheckIndex(desk, worth), FEVER)).toBe(0);
      const [before] = indexFiles(desk);
      writeFileSync(join(desk.folder, 'checks-torn.index.4711'), 'of a run that was killed');
      writeFileSync(join(desk.folder, 'checks-of-mine.csv'), 'not an index');
      await add(desk, FEVER);
      expect(finds(await openCheckIndex(desk, worth), FEVER)).toBe(1);
      expect(built()).toBe(2);
      const files = indexFiles(desk);
      expect(files).toContain('checks-of-mine.csv');
      expect(files).toHaveLength(2);
      expect(files).not.toContain(before);
    });
  });

  it('is built again where a check is stated anew in other words', async () => {
    await inDesk(async (desk, built) => {
      await add(desk, PIER);
      await openCheckIndex(desk, worth);
      const row = `claim,title,checker,url\n${PIER},Boiled seaweed and harbour fever,Bay Check,https://c.example/${PIER.length}0`;
      const file = fileIn(folder(), 'd.csv', row);
      const kept = await keepChecks(desk, readChecks([file], { now: NOW }));
      expect(kept).toMatchObject({ added: 0, changed: 1 });
      await openCheckIndex(desk, worth);
      expect(built()).toBe(2);
    });
  });

  it.each([
    ['empty', () => new Uint8Array()],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['of another kind', () => Buffer.from('{"an": "index"}')],
    [
      'damaged',
      (bytes: Buffer) => bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)),
    ],
  ] as const)('is built again where its file is %s', async (_kind, spoil) => {
    await inDesk(async (desk, built) => {
      await add(desk, PIER, FEVER);
      await openCheckIndex(desk, worth);
      const path = join(desk.folder, indexFiles(desk)[0]!);
      const sound = readFileSync(path);
      writeFileSync(path, spoil(sound));
      expect(finds(await openCheckIndex(desk, worth), PIER)).toBe(1);
      expect(built()).toBe(2);
      expect(readFileSync(path).equals(sound)).toBe(true);
    });
  });

  it('is built each time where its folder cannot be written to', async () => {
    await inDesk(async (desk, built) => {
      await add(desk, PIER);
      const readOnly = { ...desk, folder: join(desk.folder, 'is', 'not', 'there') };
      expect(finds(await openCheckIndex(readOnly, worth), PIER)).toBe(1);
      expect(finds(await openCheckIndex(readOnly, worth), PIER)).toBe(1);
      expect(built()).toBe(2);
    });
  });

  it('leaves no half of a file where its place is taken', async () => {
    await inDesk(async (desk) => {
      await add(desk, PIER);
      const { version } = await desk.store.checkCounts();
      const name = `checks-${version}.index`;
      mkdirSync(join(desk.folder, name));
      expect(finds(await openCheckIndex(desk, worth), PIER)).toBe(1);
      expect(indexFiles(desk)).toEqual([name]);
    });
  });
});
