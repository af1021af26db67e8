import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RETIRED_FILE } from '../archive/stored-file.ts';
import type { Alert } from '../domain/alerts.ts';
import { alertIdOf } from '../domain/ids.ts';
import { packDesk, verifyDesk } from './archive-care.ts';
import { articlesOf, dumpDesk, fileIn, jsonLines, NOW, prose, useFolder } from './desk.fixture.ts';
import { type Desk, openDesk } from './desk.ts';
import { evidenceOf } from './evidence.ts';
import { ingest } from './ingest.ts';
import { rereadArchive } from './reread.ts';
import { type RetainResult, retain } from './retain.ts';

const DAY = 86_400_000;
const folder = useFolder();
const cold = (): string => join(folder(), 'cold');
const files = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `captures-0000${i + 1}.warc.gz`);

/** A desk whose archive has a file for each of these days before `NOW`, with one capture each. */
async function onDays(days: readonly number[], work: (desk: Desk) => Promise<void>): Promise<void> {
  let now = NOW;
  const desk = await openDesk({
    folder: join(folder(), 'desk'),
    ...{ now: () => now, detectLanguage: async () => 'en', archiveFileBytes: 1 },
  });
  try {
    for (const [i, day] of days.entries()) {
      now = NOW - day * DAY;
      const row = { url: `https://a.example/${i}`, text: prose(i, 40) };
      await ingest(desk, [fileIn(folder(), `${i}.jsonl`, jsonLines([row]))]);
    }
    now = NOW;
    await work(desk);
  } finally {
    await desk.close();
  }
}

const moved = (
  desk: Desk,
  more: Partial<Parameters<typeof retain>[1]> = {},
): Promise<RetainResult> =>
  retain(desk, { to: cold(), before: NOW - 100 * DAY, apply: true, tell: () => {}, ...more });

const fates = ({ files: told }: RetainResult): string[] =>
  told.map(({ stays }) => stays ?? 'moves');

async function alertOn(desk: Desk, row: number, state: Alert['state']): Promise<Alert> {
  const article = (await articlesOf(desk.store))[row]!;
  const passage = { kind: 'passage', article: article.id, span: { begin: 0, end: 9 } } as const;
  const alert: Alert = {
    ...{ id: alertIdOf('invented', `row:${row}`), indicator: 'invented', measure: 'burst' },
    ...{ unit: `row:${row}`, subject: 'Invented', value: 4, at: NOW, counter: [] },
    findings: [{ code: 'articles-now', figures: { articles: 9 }, refs: [passage] }],
    ...{ confidence: 'likely', severity: 'high', threshold: 3, raisedAt: NOW, measuredAt: NOW },
    ...{ state, assignee: undefined, stands: true, version: '0', indicatorDigest: 'none' },
    closed: state === 'closed' ? { reason: 'not-confirmed', note: '' } : undefined,
  } as Alert;
  await desk.store.saveAlerts({ alerts: [alert], events: [], readings: [] });
  return alert;
}

describe('retain', () => {
  it('moves files that are old, and neither young ones nor the last', async () => {
    await onDays([400, 300, 50, 200], async (desk) => {
      expect(readdirSync(desk.archiveFolder).filter((name) => name.endsWith('.gz'))).toEqual(
        files(4),
      );
      const result = await moved(desk);
      expect(fates(result)).toEqual(['moves', 'moves', 'young', 'written']);
      expect(readdirSync(cold()).sort()).toEqual(files(2));
      expect(readdirSync(desk.archiveFolder).sort()).toEqual([
        ...files(4).slice(2),
        'chain.jsonl',
        RETIRED_FILE,
      ]);
      const again = await moved(desk);
      expect([fates(again), again.earlier]).toEqual([['young', 'written'], 2]);
    });
  });

  it('moves nothing unless it is told to', async () => {
    await onDays([400, 300, 1], async (desk) => {
      const result = await moved(desk, { apply: false });
      expect(fates(result)).toEqual(['moves', 'moves', 'written']);
      expect(existsSync(cold())).toBe(false);
      expect(existsSync(join(desk.archiveFolder, RETIRED_FILE))).toBe(false);
    });
  });

  it.each(['new', 'acknowledged', 'assigned', 'closed'] as const)(
    'keeps what an alert that is %s rests on, unless it is closed',
    async (state) => {
      await onDays([400, 300, 1], async (desk) => {
        const alert = await alertOn(desk, 1, state);
        const result = await moved(desk);
        expect(fates(result)).toEqual([
          'moves',
          state === 'closed' ? 'moves' : 'evidence',
          'written',
        ]);
        expect(result.files[1]!.alerts).toEqual(state === 'closed' ? [] : [alert.id]);
      });
    },
  );

  it('leaves all evidence readable, the archive sound, and what is made of it the same', async () => {
    await onDays([400, 300, 1], async (desk) => {
      const before = await verifyDesk(desk, () => {});
      await moved(desk);
      const articles = await articlesOf(desk.store);
      for (const article of articles)
        expect((await evidenceOf(desk, article)).bytes.length).toBeGreaterThan(9);
      expect(await verifyDesk(desk, () => {})).toEqual(before);
      await packDesk(desk, join(folder(), 'all.wacz'), 'all');
      const other = await openDesk({
        folder: join(folder(), 'other'),
        ...{ now: () => NOW, detectLanguage: async () => 'en' },
      });
      await rereadArchive(other, desk.archiveFolder);
      expect((await articlesOf(other.store)).map(({ id }) => id)).toEqual(
        articles.map(({ id }) => id),
      );
      await other.close();
      // What comes next is written as if nothing had been moved.
      await ingest(desk, [
        fileIn(
          folder(),
          'x.jsonl',
          jsonLines([{ url: 'https://a.example/x', text: prose(77, 40) }]),
        ),
      ]);
      expect((await verifyDesk(desk, () => {})).ok).toBe(true);
    });
    expect(dumpDesk(join(folder(), 'desk'))).toBeDefined();
  });

  it('says where a file went that cannot be reached, and leaves nothing out in silence', async () => {
    await onDays([400, 1], async (desk) => {
      await moved(desk);
      renameSync(cold(), join(folder(), 'elsewhere'));
      const [first, last] = await articlesOf(desk.store);
      const away = `captures-00001.warc.gz was moved to ${cold()} on 2025-01-01 and is not there now`;
      await expect(evidenceOf(desk, first!)).rejects.toThrow(away);
      expect((await evidenceOf(desk, last!)).bytes.length).toBeGreaterThan(9);
      const verified = await verifyDesk(desk, () => {});
      expect(verified).toMatchObject({
        ok: true,
        away: [{ file: 'captures-00001.warc.gz', to: cold() }],
      });
      await expect(packDesk(desk, join(folder(), 'all.wacz'), 'all')).rejects.toThrow(away);
      const other = await openDesk({
        folder: join(folder(), 'other'),
        ...{ now: () => NOW, detectLanguage: async () => 'en' },
      });
      await expect(rereadArchive(other, desk.archiveFolder)).rejects.toThrow(away);
      await other.close();
      // The new place is written down by whoever moved it on.
      const notes = join(desk.archiveFolder, RETIRED_FILE);
      writeFileSync(
        notes,
        readFileSync(notes, 'utf8').replace(cold(), join(folder(), 'elsewhere')),
      );
      expect((await evidenceOf(desk, first!)).bytes.length).toBeGreaterThan(9);
      appendFileSync(notes, 'captures-00002.warc.gz is on the other disk\n');
      await expect(verifyDesk(desk, () => {})).rejects.toThrow(
        /^line 2 of .*retired\.jsonl is no line/,
      );
    });
  });

  it('tells a byte that was changed where it was moved to', async () => {
    await onDays([400, 1], async (desk) => {
      await moved(desk);
      const path = join(cold(), 'captures-00001.warc.gz');
      const bytes = readFileSync(path);
      bytes[bytes.length - 20]! ^= 1;
      writeFileSync(path, bytes);
      expect(await verifyDesk(desk, () => {})).toMatchObject({
        ok: false,
        file: 'captures-00001.warc.gz',
      });
    });
  });

  it('does not move what is not as the chain knows it', async () => {
    await onDays([400, 300, 1], async (desk) => {
      const path = join(desk.archiveFolder, 'captures-00002.warc.gz');
      appendFileSync(path, 'more');
      await expect(moved(desk)).rejects.toThrow(
        /captures-00002\.warc\.gz has \d+ bytes, the chain knows \d+, and so it stays/,
      );
      expect(existsSync(path)).toBe(true);
      expect(readdirSync(cold())).toEqual(['captures-00001.warc.gz']);
      await expect(moved(desk, { to: desk.archiveFolder })).rejects.toThrow("archive's own folder");
    });
  });

  it('ends what was interrupted: the copy made and noted, the file not removed yet', async () => {
    await onDays([400, 1], async (desk) => {
      const path = join(desk.archiveFolder, 'captures-00001.warc.gz');
      const bytes = readFileSync(path);
      await moved(desk);
      writeFileSync(path, bytes);
      expect((await verifyDesk(desk, () => {})).ok).toBe(true);
      expect(fates(await moved(desk))).toEqual(['moves', 'written']);
      expect(existsSync(path)).toBe(false);
      expect((await verifyDesk(desk, () => {})).ok).toBe(true);
    });
  });
});
