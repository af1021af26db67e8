/** STIX of whole desks: the bundled example, and real posts where they are at hand. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { brokenRules } from './stix-rules.ts';
import { hasSchemas, type Loose, openValidator } from './stix-validator.ts';

const POSTS = resolve(
  import.meta.dirname,
  '../../shared/data/corpora/telegram_ru_news_2024.jsonl.gz',
);
/** Of 16,717: enough for cascades, and quickly read. */
const SOME = 1500;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-stix-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function asked(argv: readonly string[]): Promise<void> {
  const { code } = await runIn('unused', argv, { detectLanguage: lazyLanguageDetector() });
  expect(code).toBe(0);
}

async function exported(desk: string): Promise<Loose[]> {
  const out = join(folder, 'desk.ndjson');
  await asked(['export', 'stix-lines', '--desk', desk, '--out', out]);
  const lines = readFileSync(out, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Loose);
}

function expectSound(objects: readonly Loose[]): void {
  expect(brokenRules(objects).slice(0, 5)).toEqual([]);
  if (hasSchemas) expect(openValidator().problems(objects).slice(0, 5)).toEqual([]);
}

const count = (objects: readonly Loose[], type: string): number =>
  objects.filter((object) => object['type'] === type).length;

describe('STIX of a desk', () => {
  it('is sound on the bundled example', async () => {
    const desk = join(folder, 'example');
    await asked(['demo', '--desk', desk]);
    const objects = await exported(desk);
    expect(count(objects, 'report')).toBe(70);
    expect(count(objects, 'narrative')).toBeGreaterThan(5);
    expectSound(objects);
  });

  it.skipIf(!existsSync(POSTS))('is sound on real posts', { timeout: 120_000 }, async () => {
    const desk = join(folder, 'posts');
    const some = join(folder, 'posts.jsonl');
    const lines = gunzipSync(readFileSync(POSTS)).toString('utf8').split('\n').slice(0, SOME);
    writeFileSync(some, `${lines.join('\n')}\n`);
    await asked(['ingest', some, '--desk', desk]);
    await asked(['read', '--desk', desk]);
    const objects = await exported(desk);
    expect(count(objects, 'report')).toBeGreaterThan(SOME * 0.9);
    expectSound(objects);
  });
});
