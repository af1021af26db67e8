/**
 * Sources as files: invented ones in the layouts of real ones, each beside what it must give
 * (`fixtures/expected/`, found by listing the folder); then whatever the world may send instead.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../domain/outcome.ts';
import { type CheckCounts, type CheckSource, readChecks, type StatedCheck } from './read-checks.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const NAMES = readdirSync(FIXTURES).filter((name) => /\.(?:jsonl?|csv|html)$/.test(name));
const NOW = Date.UTC(2024, 8, 23);

interface Reading {
  readonly checks: readonly StatedCheck[];
  readonly refusals: readonly Refusal[];
  readonly counts: CheckCounts | undefined;
  /** Both in order. */
  readonly all: readonly unknown[];
}

async function read(input: string | CheckSource, maxItemBytes = 2 ** 24): Promise<Reading> {
  const checks: StatedCheck[] = [];
  const refusals: Refusal[] = [];
  const all: unknown[] = [];
  let counts: CheckCounts | undefined;
  const onEnd = (given: CheckCounts) => {
    counts = given;
  };
  for await (const one of readChecks([input], { now: NOW, maxItemBytes, onEnd })) {
    if (one.ok) {
      const { draft, doubts, mediaType, place } = one.value;
      checks.push(one.value);
      all.push({ line: place.line, draft, doubts, mediaType });
    } else {
      refusals.push(one.refusal);
      all.push(one.refusal);
    }
  }
  return { checks, refusals, counts, all: [...all, counts] };
}

const text = (content: string, name = 'checks'): Promise<Reading> =>
  read({ name, bytes: Buffer.from(content) });

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

describe('readChecks', () => {
  it('has something to compare', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(9);
  });

  it.each(NAMES)('reads %s', async (name) => {
    const { all } = await read({ name, bytes: readFileSync(join(FIXTURES, name)) });
    const lines = readFileSync(join(FIXTURES, 'expected', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    expect(JSON.parse(JSON.stringify(all))).toEqual(lines.map((line) => JSON.parse(line)));
  });

  it('does not depend on where chunks end, nor on gzip', async () => {
    for (const name of NAMES) {
      const bytes = readFileSync(join(FIXTURES, name));
      const whole = (await read({ name, bytes })).all;
      for (const size of [1, 7, 64]) {
        expect((await read({ name, bytes: chunked(bytes, size) })).all).toEqual(whole);
      }
      expect((await read({ name, bytes: chunked(gzipSync(bytes), 5) })).all).toEqual(whole);
    }
  });

  it('gives with each check the bytes that state it, and reads the same from them alone', async () => {
    for (const name of NAMES) {
      const { checks } = await read({ name, bytes: readFileSync(join(FIXTURES, name)) });
      for (const { bytes, draft } of checks) {
        const again = await read({ name, bytes });
        expect(again.checks.map((one) => one.draft)).toContainEqual(draft);
      }
    }
  });

  it('reads files and folders, and says of what is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checks-'));
    writeFileSync(join(folder, 'a.csv'), 'claim\nOne\n');
    const { checks, refusals } = await read(folder);
    rmSync(folder, { recursive: true });
    expect(checks.map(({ draft, place }) => [draft.claim, place])).toEqual([
      ['One', { file: join(folder, 'a.csv'), line: 2 }],
    ]);
    expect(refusals).toEqual([]);
    expect((await read(folder)).refusals[0]?.detail).toMatch(/does not exist/);
    expect((await read('-')).refusals[0]?.detail).toMatch(/not connected/);
  });

  it('reads other character sets', async () => {
    const bytes = iconv.encode('claim;rating\nМост в Вальдории продан, говорят;Ложь\n', 'win1251');
    const { checks } = await read({ name: 'a.csv', bytes });
    expect(checks[0]?.draft).toMatchObject({
      claim: 'Мост в Вальдории продан, говорят',
      rating: 'Ложь',
    });
    expect(checks[0]?.mediaType).toContain('original-charset=windows-1251');
  });

  it.each([
    ['', 'empty-file', /holds no fact-check/],
    [' \n ', 'empty-file', /holds no fact-check/],
    ['{"dataFeedElement": []}', 'empty-file', /holds no fact-check/],
    ['[]', 'empty-file', /holds no fact-check/],
    ['title,text\na,b\n', 'no-header', /Looked for: ClaimReview .*Add a header/],
    ['Some words.', 'no-header', /its first row \(Some words\.\)/],
    ['<rss></rss>', 'unknown-format', /XML, but no web page/],
    ['\u0000\u0001\u0002\u0003', 'unknown-format', /is no text/],
    ['<html><p>Hello</p></html>', 'no-text', /has no <script type="application\/ld\+json">/],
    ['<html><script type="application/ld+json">{}</script></html>', 'no-text', /none of its 1 /],
    ['{"claim": "a"', 'broken-json', /is not closed/],
    ['[{"claim": "a"}', 'broken-json', /not closed with \]/],
    ['claim,rating\n"never closed,x\n', 'ragged-row', /never closed/],
  ])('refuses %j as %s', async (content, kind, words) => {
    const { refusals } = await text(content);
    expect(refusals.at(-1)?.kind).toBe(kind);
    expect(refusals.at(-1)?.detail).toMatch(words);
  });

  it('says that a gzip stream breaks off, after what came before', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `Claim ${i} ${(i * 7919) % 10_007}`);
    const bytes = gzipSync(`claim\n${rows.join('\n')}\n`);
    const { checks, refusals } = await read({ name: 'a.csv.gz', bytes: bytes.subarray(0, -4000) });
    expect(checks.length).toBeGreaterThan(1000);
    expect(refusals.map(({ kind }) => kind)).toEqual(['truncated-gzip']);
  });

  it('refuses what is too long, and goes on', async () => {
    const long = JSON.stringify({ claim: 'x'.repeat(5000) });
    const bytes = Buffer.from(`{"claim":"One"}\n${long}\n{"claim":"Two"}\n`);
    const { checks, refusals } = await read({ name: 'a.jsonl', bytes }, 1000);
    expect(checks.map(({ draft }) => draft.claim)).toEqual(['One', 'Two']);
    expect(refusals.map(({ kind, place }) => [kind, place.line])).toEqual([['line-too-long', 2]]);
  });

  it('takes a page of the web for what its review names no address of', async () => {
    const script = '{"@type":"ClaimReview","claimReviewed":"It was sold."}';
    const html = `<html><script type="application/ld+json">${script}</script></html>`;
    const name = 'https://checkers.example/sold';
    const { checks } = await text(html, name);
    expect(checks[0]?.draft).toMatchObject({ url: name, checker: 'checkers.example' });
  });

  it('reads the scripts of many pages in one file', async () => {
    const script = (n: number) =>
      `<script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"${n}"}</script>`;
    const { checks } = await text(`${script(1)}\n${script(2)}\n`);
    expect(checks.map(({ draft }) => draft.claim)).toEqual(['1', '2']);
  });

  it('keeps texts short and addresses few', async () => {
    const record = {
      claim: 'word '.repeat(100_000),
      body: '<p>a</p>'.repeat(100_000),
      rating: 'r'.repeat(9000),
      appearances: Array.from({ length: 999 }, (_, i) => `https://eco.example/${i}`),
    };
    const { checks } = await text(JSON.stringify(record));
    const { claim, body = '', rating = '', appearances } = checks[0]!.draft;
    expect(claim).toHaveLength(2000);
    expect(body.length).toBeLessThanOrEqual(20_000);
    expect(rating).toHaveLength(300);
    expect(appearances).toHaveLength(200);
  });

  it('follows no chain of references, however it is tied', async () => {
    const tied = { '@id': '#a', '@type': 'ClaimReview', claimReviewed: { '@id': '#a' } };
    expect((await text(JSON.stringify(tied))).refusals[0]?.kind).toBe('no-text');
  });

  it('reads a feed of many megabytes in one piece of JSON without holding it', async () => {
    const item = (i: number) =>
      `{"@type":"DataFeedItem","item":[{"@type":"ClaimReview","claimReviewed":"Claim ${i}","url":"https://checkers.example/${i}"}]}`;
    async function* feed(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"@context":"https://schema.org","dataFeedElement":[');
      for (let i = 0; i < 20_000; i++) yield Buffer.from(`${i === 0 ? '' : ','}${item(i)}`);
      yield Buffer.from(']}');
    }
    // The longest record that may be held is a thousandth of the feed.
    const { checks, refusals, counts } = await read({ name: 'feed', bytes: feed() }, 2000);
    expect(refusals).toEqual([]);
    expect(counts).toMatchObject({ checks: 20_000, repeated: 0 });
    expect(checks.at(-1)?.draft.claim).toBe('Claim 19999');
    expect(checks.at(-1)?.place.line).toBe(20_000);
  });

  it('never throws, whatever a record holds', async () => {
    const keys = ['claim', '@type', 'claimReviewed', 'itemReviewed', 'author', 'claims', 'url'];
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constant('ClaimReview'),
      fc.constant(['ClaimReview']),
    );
    const record = fc.dictionary(fc.constantFrom(...keys), values);
    await fc.assert(
      fc.asyncProperty(record, async (value) => {
        const { all, counts } = await text(JSON.stringify(value));
        expect(all.length - 1).toBe(counts!.checks + counts!.refused);
        expect(counts!.checks + counts!.refused + counts!.mediaReviews).toBeGreaterThan(0);
      }),
    );
  });

  it('takes no longer for nesting without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect((await text(`{"claim": ${deep}}`)).refusals[0]?.kind).toBe('no-text');
    expect((await text('<p>'.repeat(300_000))).refusals).toHaveLength(1);
  });
});

const SHARED = join(import.meta.dirname, '../../../../shared/data/claims');

describe.skipIf(!existsSync(SHARED))('readChecks on shared data (skipped: no shared data)', () => {
  it.each([
    ['claims_euvsdisinfo_2015_2021.csv.gz', { checks: 10_892, refused: 0 }],
    ['claims_euvsdisinfo_disproofs_2015_2017.csv.gz', { checks: 3071, refused: 0, repeated: 444 }],
    ['claims_ledger_ukraine_russia.csv.gz', { checks: 2331, refused: 0, uncanonical: 2 }],
    ['checkthat22_2a/vclaims.jsonl.gz', { checks: 14_231, refused: 0 }],
    ['checkthat22_2b/vclaims_notext.jsonl.gz', { checks: 19_250, refused: 0 }],
  ])('reads every row of %s', async (name, expected) => {
    expect((await read(join(SHARED, name))).counts).toMatchObject(expected);
  });
});
