/** What leaves one desk comes into another: what an export can hold is there again, and nothing is doubled. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import type { FactCheck } from '../src/domain/checks.ts';
import type { LedgerEntry } from '../src/domain/ledger.ts';
import { articlesOf } from '../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';

const WATCH = join(import.meta.dirname, '..', 'example', 'watch.yaml');
const ARTICLE = {
  url: 'https://harbour.example/a',
  outlet: 'Harbour Post',
  title: 'Invented: the pier is closed',
  text: 'The pier at Puerto Alba is closed, the harbour master said on Tuesday. It opens again in May.',
  published: '2024-05-01T10:00:00Z',
  language: 'en',
};

let folder: string;
let first: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-exchange-'));
  first = join(folder, 'first');
  await asked(['demo', '--desk', first]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function asked(argv: readonly string[]): Promise<string> {
  const { code, out, err } = await runIn('unused', argv, {
    detectLanguage: lazyLanguageDetector(),
  });
  expect(err.replace(/.*\r/g, '')).not.toMatch(/^atalaya:/m);
  expect(code).toBe(0);
  return out;
}

/** A desk with one article of its own. */
async function newDesk(name: string): Promise<string> {
  const desk = join(folder, name);
  const file = join(folder, `${name}.jsonl`);
  writeFileSync(file, `${JSON.stringify(ARTICLE)}\n`);
  await asked(['ingest', file, '--desk', desk]);
  return desk;
}

async function onDesk<T>(desk: string, look: (opened: Desk) => Promise<T>): Promise<T> {
  const opened = await openDesk({
    ...{ folder: desk, now: () => 0, detectLanguage: lazyLanguageDetector() },
  });
  try {
    return await look(opened);
  } finally {
    await opened.close();
  }
}

async function exported(kind: string): Promise<string> {
  const out = join(folder, `first.${kind}`);
  await asked(['export', kind, '--watch', WATCH, '--desk', first, '--out', out]);
  return out;
}

const checksOf = async ({ store }: Desk): Promise<FactCheck[]> => {
  const checks: FactCheck[] = [];
  for await (const check of store.checks()) checks.push(check);
  return checks;
};
const toldOf = ({ claim, url, checker, rating, checked, claimedBy, appearances }: FactCheck) => {
  const day = checked && new Date((checked.earliest + checked.latest) / 2).toISOString();
  return { claim, url, checker, rating, day: day?.slice(0, 10), claimedBy, appearances };
};
const countOf = ({ sender, host, measure, unit, scope, number, asOf, source }: LedgerEntry) =>
  JSON.stringify({ sender, host, measure, unit, scope, number, asOf, source: source.name });

describe('an export of one desk in another', () => {
  it('brings fact-checks, entries of the ledger and facts on outlets, once', async () => {
    const second = await newDesk('second');
    const file = await exported('jsonl');
    const told = await asked(['import', file, '--desk', second]);
    const before = await onDesk(first, async (desk) => ({
      checks: await checksOf(desk),
      entries: await desk.store.entries(),
    }));
    const after = await onDesk(second, async (desk) => ({
      checks: await checksOf(desk),
      entries: await desk.store.entries(),
      articles: await articlesOf(desk.store),
    }));
    expect(before.checks.length).toBeGreaterThan(0);
    expect(after.checks.map(toldOf)).toEqual(before.checks.map(toldOf));
    expect(before.entries.length).toBeGreaterThan(5);
    // Counts below three leave as 1–2, so that only those above come back as they were.
    const large = (entries: readonly LedgerEntry[]): string[] =>
      entries
        .filter(({ number }) => (number?.min ?? 0) > 2)
        .map(countOf)
        .sort();
    expect(large(after.entries)).toEqual(large(before.entries));
    // Articles stay where their texts are.
    expect(after.articles.map(({ title }) => title)).toEqual([ARTICLE.title]);
    expect(told).toMatch(/pages named without their text in .*first\.jsonl\.addresses\.txt/);
    const outlets = readFileSync(join(second, 'first.jsonl.outlets.csv'), 'utf8');
    expect(outlets).toContain('state-controlled');

    const again = await asked(['import', file, '--desk', second]);
    expect(again).toContain('0 new articles, 0 new fact-checks, 0 new entries');
  });

  it('doubles nothing on the desk that it came from', async () => {
    const own = join(folder, 'own');
    await asked(['demo', '--desk', own]);
    const out = join(folder, 'own.jsonl');
    await asked(['export', 'jsonl', '--watch', WATCH, '--desk', own, '--out', out]);
    const held = await onDesk(own, async ({ store }) => (await store.entries()).length);
    const told = await asked(['import', out, '--desk', own]);
    expect(told).toContain('0 new articles, 0 new fact-checks, 0 new entries');
    expect(told).toMatch(/^\d+ that this desk has already\.$/m);
    expect(told).not.toContain('named without their text');
    expect(await onDesk(own, async ({ store }) => (await store.entries()).length)).toBe(held);
  });

  it('takes nothing that a desk made for a new source', async () => {
    const third = await newDesk('third');
    for (const kind of ['stix', 'ftm']) {
      const told = await asked(['import', await exported(kind), '--desk', third]);
      expect(told).toContain('0 new articles, 0 new fact-checks, 0 new entries');
      expect(told).toContain('made by a desk like this one');
    }
    expect(await onDesk(third, async ({ store }) => store.countArticles())).toBe(1);
  });

  it('survives rereading: what came in is read again from the archive alone', async () => {
    const fourth = await newDesk('fourth');
    await asked(['import', await exported('jsonl'), '--desk', fourth]);
    const reread = join(folder, 'reread');
    await asked(['reread', join(fourth, 'archive'), '--desk', reread]);
    const idsOn = (desk: string) =>
      onDesk(desk, async (opened) => ({
        checks: (await checksOf(opened)).map(({ id }) => id),
        entries: (await opened.store.entries()).map(({ id }) => id).sort(),
      }));
    expect(await idsOn(reread)).toEqual(await idsOn(fourth));
  });
});

describe('a bundle of another platform', () => {
  const BUNDLE = {
    type: 'bundle',
    id: 'bundle--5d0092c5-5f74-4287-9642-33f4c354e56d',
    objects: [
      {
        type: 'identity',
        spec_version: '2.1',
        id: 'identity--023d105b-752e-4e3c-941c-7d3f3cb15e9e',
        created: '2024-05-01T00:00:00.000Z',
        modified: '2024-05-01T00:00:00.000Z',
        name: 'Desk of Ostmere',
        identity_class: 'organization',
      },
      {
        type: 'report',
        spec_version: '2.1',
        id: 'report--84e4d88f-44ea-4bcd-bbf3-b2c1c320bcb3',
        created: '2024-05-02T00:00:00.000Z',
        modified: '2024-05-02T00:00:00.000Z',
        created_by_ref: 'identity--023d105b-752e-4e3c-941c-7d3f3cb15e9e',
        name: 'Invented: cranes without owners',
        description:
          'Nobody in Ostmere knows who owns the new cranes, three dockers said. The port declined to comment.',
        published: '2024-05-02T08:00:00.000Z',
        lang: 'en',
        external_references: [{ source_name: 'Ostmere', url: 'https://ostmere.example/cranes' }],
        object_refs: ['identity--023d105b-752e-4e3c-941c-7d3f3cb15e9e'],
      },
    ],
  };

  it('becomes articles beside our own, and never in their place', async () => {
    const desk = await newDesk('fifth');
    const file = join(folder, 'others.json.gz');
    const ours = { ...BUNDLE.objects[1]!, id: BUNDLE.objects[1]!.id.replace('84e4', '84e5') };
    const taken = {
      ...ours,
      name: 'Another headline',
      external_references: [{ source_name: 'x', url: ARTICLE.url }],
    };
    const bundle = { ...BUNDLE, objects: [...BUNDLE.objects, taken] };
    writeFileSync(file, gzipSync(JSON.stringify(bundle)));
    const told = await asked(['import', file, '--desk', desk]);
    expect(told).toContain('2 new articles');
    const articles = await onDesk(desk, ({ store }) => articlesOf(store));
    expect(articles.map(({ title }) => title)).toEqual([
      ARTICLE.title,
      'Invented: cranes without owners',
      'Another headline',
    ]);
    expect(articles[0]!.text).toBe(ARTICLE.text);
    expect(articles[1]).toMatchObject({ outlet: 'Desk of Ostmere', language: 'en' });
  });

  it('is refused in words where there is no desk, or nothing that can be read', async () => {
    const file = join(folder, 'bundle.json');
    writeFileSync(file, JSON.stringify(BUNDLE));
    const none = await runIn(join(folder, 'none'), ['import', file]);
    expect(none.code).toBe(1);
    expect(none.err).toContain('make one with atalaya ingest');
    const missing = await runIn(join(folder, 'none'), ['import', join(folder, 'not-there.json')]);
    expect(missing.err).toContain('not-there.json cannot be read: check the path');
  });
});
