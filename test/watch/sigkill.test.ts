/**
 * A watch that is killed with SIGKILL again and again, at random instants, and once run to its end has
 * every page of every feed, once, with its evidence; and its WARC files are sound throughout.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readWarc } from '../../src/archive/read-warc.ts';
import { verifyArchive } from '../../src/archive/verify.ts';
import { articlesOf, onDesk, prose, useFolder } from '../../src/pipeline/desk.fixture.ts';
import { evidenceOf } from '../../src/pipeline/evidence.ts';
import { feedOf, type Site, startSite, storyPage } from './site.ts';

const CHILD = fileURLToPath(new URL('./watch-child.ts', import.meta.url));
const NOW = Date.UTC(2025, 0, 1);
const FEEDS = 30;
const STORIES = 100;
const KILLS = 10;

const folder = useFolder();
let site: Site;
let child: ChildProcess | undefined;

beforeEach(async () => {
  site = await startSite();
  for (let i = 0; i < FEEDS; i++) {
    const host = `s${i}`;
    const numbers = Array.from({ length: STORIES }, (_, n) => n);
    for (const n of numbers) {
      const body = storyPage(`Story ${i} ${n}`, prose(i * STORIES + n, 80));
      site.serve(host, `/story/${n}`, { body });
    }
    const items = numbers.map((n) => ({
      guid: `${n}`,
      url: site.at(host, `/story/${n}`),
      title: `Story ${i} ${n}`,
    }));
    site.serve(host, '/feed', { body: feedOf(items) });
  }
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await site.close();
});

/** Runs a watch, for so many milliseconds at most from its first word; says how it ended. */
async function watchFor(milliseconds: number): Promise<'killed' | 'ended'> {
  const args = ['--import', 'tsx', CHILD, folder(), String(NOW), String(site.port), String(FEEDS)];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout!, 'data');
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child!.kill('SIGKILL'), milliseconds);
  await exit;
  clearTimeout(timer);
  if (child.signalCode === 'SIGKILL') return 'killed';
  expect(child.exitCode).toBe(0);
  return 'ended';
}

it(`loses and doubles nothing when it is killed ${KILLS} times`, async () => {
  let state = 7;
  let kills = 0;
  for (let n = 0; n < KILLS; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    if ((await watchFor(100 + ((state >>> 8) % 600))) === 'killed') kills++;
    if (n === KILLS / 2) {
      // What a crash in the middle of a write leaves: half a record.
      const archive = join(folder(), 'archive');
      const file = (existsSync(archive) ? readdirSync(archive) : []).find((name) =>
        name.endsWith('.warc.gz'),
      );
      if (file !== undefined) appendFileSync(join(archive, file), 'half a record');
    }
  }
  expect(kills).toBeGreaterThan(KILLS / 2);
  expect(await watchFor(120_000)).toBe('ended');
  await onDesk(folder(), async (desk) => {
    const articles = await articlesOf(desk.store);
    const keys = new Set(articles.map(({ key }) => key));
    expect(articles).toHaveLength(FEEDS * STORIES);
    expect(keys.size).toBe(FEEDS * STORIES);
    for (const article of articles) {
      const { bytes } = await evidenceOf(desk, article);
      expect(Buffer.from(bytes).toString()).toContain(`<h1>${article.title}</h1>`);
    }
    const end = (await desk.store.archiveEnd())!;
    expect(await verifyArchive(desk.archiveFolder, { end })).toMatchObject({ ok: true, behind: 0 });
    const answers = new Map<string, number>();
    for await (const entry of readWarc(createReadStream(join(desk.archiveFolder, end.file)))) {
      expect(entry.kind).toBe('record');
      if (entry.kind !== 'record' || entry.type !== 'response') continue;
      answers.set(entry.target!, (answers.get(entry.target!) ?? 0) + 1);
    }
    expect(answers.size).toBe(FEEDS * STORIES + FEEDS);
    expect(Math.max(...answers.values())).toBe(1);
  });
}, 240_000);
