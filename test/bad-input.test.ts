/**
 * Every kind of bad input, through the front: the exit code, what is counted, what is said. A refusal
 * names the file, the line and the value, and the rest is read. Exit codes: 0 something was read,
 * 1 nothing could be read.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { type Ran, runIn } from '../src/cli/program.fixture.ts';
import type { Tally } from '../src/domain/views.ts';
import { fileIn, jsonLines, prose, useFolder } from '../src/pipeline/desk.fixture.ts';

const folder = useFolder();
const desk = (): string => join(folder(), 'desk');
const file = (name: string, content: string | Uint8Array): string =>
  fileIn(folder(), name, content);

const good = (n: number, more: Record<string, unknown> = {}) => ({
  url: `https://a.example/${n}`,
  title: `Title ${n}`,
  text: prose(n, 20),
  published: '2024-09-23T14:05:00Z',
  ...more,
});
const RU =
  'Министр заявил, что переговоры продолжатся в следующем месяце, несмотря на разногласия сторон.';

interface Read extends Ran {
  readonly tally: Tally;
  /** The whole list of refusals as it is printed. */
  readonly refusals: string;
  readonly articles: number;
}

/** Ingests, and asks what became of it. Every item is in exactly one of the table's rows. */
async function ingest(inputs: readonly string[], flags: readonly string[] = []): Promise<Read> {
  const ran = await runIn(desk(), ['ingest', ...inputs, ...flags]);
  expect(ran.err).not.toMatch(/^ +at /m);
  const { tally } = JSON.parse((await runIn(desk(), ['status', '--json'])).out) as { tally: Tally };
  const refused = Object.values(tally.refused).reduce((sum, n) => sum + n, 0);
  expect(tally.articles + tally.sameBytes + tally.sameArticle + refused).toBe(tally.items);
  const refusals = (await runIn(desk(), ['refusals'])).out;
  return { ...ran, tally, refusals, articles: tally.articles };
}

/** Texts of all articles, by way of what is shown of a file that quotes them. */
async function textsOf(prefixes: readonly string[]): Promise<string> {
  const { out } = await runIn(desk(), ['cascades', '--min-reach', '1', '--json']);
  return prefixes.filter((prefix) => out.includes(prefix)).join();
}

describe('JSON Lines', () => {
  it('reads on behind broken lines and names file, line and value', async () => {
    const path = file(
      'a.jsonl',
      `${jsonLines([good(1)])}{"text": "cut off\n[1, 2]\n\n42\n${jsonLines([good(2)])}`,
    );
    const { code, tally, refusals, out } = await ingest([path]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({
      items: 5,
      articles: 2,
      refused: { 'broken-json': 1, 'not-an-object': 2 },
    });
    expect(refusals).toContain(`${path}:2  not valid JSON`);
    expect(refusals).toContain('{"text": "cut off');
    expect(refusals).toContain(`${path}:3  JSON, but not an object`);
    expect(refusals).toContain(`${path}:5 `);
    expect(out).toMatch(/ not valid JSON +1\n/);
  });

  it('ends with 1 where all is broken, and says how to see why', async () => {
    const { code, err } = await ingest([file('a.jsonl', 'broken\nbroken\n')]);
    expect(code).toBe(1);
    expect(err).toContain('nothing could be read');
    expect(err).toContain('atalaya refusals');
  });

  it('refuses missing text and reads the rest', async () => {
    const rows = [
      good(1),
      good(2, { text: '' }),
      good(3, { text: undefined }),
      good(4, { text: ' \n ' }),
    ];
    const path = file('a.jsonl', jsonLines(rows));
    const { code, tally, refusals } = await ingest([path]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ items: 4, articles: 1, refused: { 'no-text': 3 } });
    expect(refusals).toMatch(/a\.jsonl:2 {2}no text: .*\n +Title 2/);
  });

  it('skips a line of 50 MB without holding it and reads the next', async () => {
    const path = file(
      'long.jsonl',
      `${jsonLines([good(1)])}{"text":"${'x'.repeat(50_000_000)}"}\n${jsonLines([good(2)])}`,
    );
    const { code, tally, refusals } = await ingest([path]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ items: 3, articles: 2, refused: { 'line-too-long': 1 } });
    expect(refusals).toContain(`${path}:2  line too long`);
    expect(refusals).toContain('{"text":"xxx');
    expect(refusals.length).toBeLessThan(2000);
  });
});

describe('files', () => {
  it('refuses empty ones, plain and packed', async () => {
    const empty = file('empty.jsonl', '');
    const packed = file('packed.csv.gz', gzipSync(''));
    const { code, tally, refusals } = await ingest([
      empty,
      packed,
      file('a.jsonl', jsonLines([good(1)])),
    ]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ items: 3, articles: 1, refused: { 'empty-file': 2 } });
    for (const path of [empty, packed]) expect(refusals).toContain(`${path}  empty file`);
    expect((await runIn(join(folder(), 'other'), ['ingest', empty])).code).toBe(1);
  });

  it('reads a truncated gzip up to the break, and says that it breaks', async () => {
    const whole = gzipSync(jsonLines(Array.from({ length: 400 }, (_, i) => good(i))));
    const path = file('cut.jsonl.gz', whole.subarray(0, whole.length / 2));
    const { code, tally, refusals } = await ingest([path]);
    expect(code).toBe(0);
    expect(tally.articles).toBeGreaterThan(100);
    expect(tally.refused['truncated-gzip']).toBe(1);
    expect(refusals).toContain(`${path}  compressed file ends too early`);
  });

  it('says so where a gzip is no gzip inside', async () => {
    const damaged = gzipSync(jsonLines(Array.from({ length: 50 }, (_, i) => good(i))));
    damaged.fill(0xff, 30, 60);
    const path = file('damaged.jsonl.gz', damaged);
    const { code, tally, refusals } = await ingest([path]);
    expect(code).toBe(1);
    expect(tally.refused['broken-gzip']).toBe(1);
    expect(refusals).toContain(`${path}  compressed file is damaged`);
  });

  it('names a path that does not exist and reads the others', async () => {
    const missing = join(folder(), 'missing.jsonl');
    const { code, tally, refusals } = await ingest([
      missing,
      file('a.jsonl', jsonLines([good(1)])),
    ]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ items: 2, articles: 1, refused: { 'unreadable-file': 1 } });
    expect(refusals).toContain(`${missing} does not exist; check the path.`);
    expect((await runIn(join(folder(), 'other'), ['ingest', missing])).code).toBe(1);
  });

  it('refuses a format that it does not know', async () => {
    const path = file('paper.pdf', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj');
    const { code, refusals } = await ingest([path]);
    expect(code).toBe(1);
    expect(refusals).toContain(`${path}  format not known`);
  });
});

describe('permission', () => {
  const root = process.getuid?.() === 0;
  afterEach(() => {
    if (root) process.seteuid!(0);
  });

  it('refuses a folder and a file that may not be read, and reads the others', async () => {
    mkdirSync(desk());
    const closed = join(folder(), 'closed');
    mkdirSync(closed);
    fileIn(closed, 'a.jsonl', jsonLines([good(1)]));
    const secret = file('secret.jsonl', jsonLines([good(2)]));
    const open = file('open.jsonl', jsonLines([good(3)]));
    for (const path of [closed, secret]) chmodSync(path, 0);
    for (const path of [folder(), desk()]) chmodSync(path, 0o777);
    // No mode keeps root out: the rest runs as nobody.
    if (root) process.seteuid!(65_534);
    const { code, tally, refusals } = await ingest([closed, secret, open]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ items: 3, articles: 1, refused: { 'unreadable-file': 2 } });
    for (const path of [closed, secret]) {
      expect(refusals).toContain(`${path} may not be read by this user; change its permissions`);
    }
    if (root) process.seteuid!(0);
    chmodSync(closed, 0o700);
  });
});

describe('character sets', () => {
  it('reads UTF-16 with a mark, and windows-1251 with a doubt', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(jsonLines([good(1, { title: 'Заголовок один', text: RU })]), 'utf16le'),
    ]);
    const cyrillic = iconv.encode(
      `title,text,url\nЗаголовок два,"${RU}",https://b.example/2\n`,
      'windows-1251',
    );
    const { code, tally } = await ingest([file('a.jsonl', utf16), file('b.csv', cyrillic)]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ articles: 2, refused: {}, doubts: { 'guessed-charset': 1 } });
    expect(await textsOf(['Заголовок один', 'переговоры продолжатся'])).toContain('Заголовок');
  });

  it('keeps text with a few invalid bytes, and counts the doubt', async () => {
    const lines = Buffer.from(jsonLines([good(1, { text: RU }), good(2, { text: `${RU} ${RU}` })]));
    lines[lines.indexOf('"text":"') + 12] = 0xff;
    const { code, tally } = await ingest([file('a.jsonl', lines)]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ articles: 2, doubts: { 'replaced-bytes': 1 } });
  });

  it('refuses what is no text in any character set', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
    const { code, tally } = await ingest([file('noise.jsonl', noise)]);
    expect(code).toBe(1);
    expect(tally.articles).toBe(0);
    expect(tally.items).toBeGreaterThan(0);
  });
});

describe('CSV', () => {
  it('keeps ragged rows with a doubt, refuses those without text, and names the line', async () => {
    const csv = [
      'url,title,text,published',
      `https://a.example/1,One,"${prose(1, 20)}",2024-09-23`,
      `https://a.example/2,Two,"${prose(2, 20)}",2024-09-23,extra,more`,
      'https://a.example/3,Three',
      `https://a.example/4,Four,"${prose(4, 20)}"`,
      `https://a.example/5,Five,"${prose(5, 20)}",2024-09-23`,
      `https://a.example/6,Six,"never closed,2024-09-23`,
    ].join('\n');
    const path = file('ragged.csv', `${csv}\n`);
    const { code, tally, refusals } = await ingest([path]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({
      items: 6,
      articles: 4,
      refused: { 'ragged-row': 2 },
      doubts: { 'ragged-row': 2 },
    });
    expect(refusals).toContain(`${path}:4  row with too few or too many fields`);
    expect(refusals).toContain('https://a.example/3,Three');
    expect(refusals).toContain(`${path}:7 `);
  });

  it('refuses a table without a column of text, and reads it once the column is named', async () => {
    const path = file('odd.csv', `headline_x,cuerpo_x\nOne,"${prose(1, 20)}"\n`);
    const first = await ingest([path]);
    expect(first.code).toBe(1);
    expect(first.refusals).toContain(`${path}  no header row`);
    expect(first.refusals).toContain('headline_x, cuerpo_x');
    const second = await ingest([path], ['--map', 'text=cuerpo_x']);
    expect([second.code, second.articles]).toEqual([0, 1]);
  });
});

describe('dates', () => {
  it('does not believe 1970 nor the future, and keeps the articles as undated', async () => {
    const rows = [
      good(1, { published: '1970-01-01T00:00:00Z' }),
      good(2, { published: 0 }),
      good(3, { published: '2031-05-05T10:00:00Z' }),
      good(4, { published: 'the day after' }),
      good(5, { published: undefined }),
      good(6),
    ];
    const { code, tally, out } = await ingest([file('a.jsonl', jsonLines(rows))]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({
      articles: 6,
      refused: {},
      doubts: { 'epoch-date': 2, 'future-date': 1, 'unreadable-date': 1, 'no-date': 1 },
    });
    expect(out).toMatch(/with a doubt: date is 1 January 1970 +2\n/);
    const status = await runIn(desk(), ['status']);
    expect(status.out).toContain('6 articles of 1 outlet, 5 without a date');
  });
});

describe('pages', () => {
  it('refuses pages that are no article, and reads the one that is', async () => {
    const pages = join(folder(), 'pages');
    mkdirSync(pages);
    const page = (title: string, body: string): string =>
      `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
    fileIn(pages, 'login.html', page('Log in', '<form><input name="user"></form>'));
    fileIn(pages, 'missing.html', page('404 Not Found', `<p>${prose(1, 40)}</p>`));
    fileIn(pages, 'article.html', page('A title', `<article><p>${prose(2, 60)}</p></article>`));
    const { code, tally, refusals } = await ingest([pages]);
    expect(code).toBe(0);
    expect(tally).toMatchObject({ items: 3, articles: 1, refused: { 'not-an-article': 2 } });
    expect(refusals).toContain(`${join(pages, 'login.html')}  not an article`);
    expect(refusals).toContain('its title "404 Not Found" is that of a notice');
  });
});

describe('all at once', () => {
  it('is counted by kind, and a second run adds nothing', async () => {
    const inputs = [
      file('a.jsonl', `${jsonLines([good(1), good(1), good(2, { text: '' })])}broken\n`),
      file('b.csv', 'url,text\nhttps://b.example/1\n'),
      file('empty.txt', ''),
      join(folder(), 'missing'),
    ];
    const first = await ingest(inputs);
    const second = await ingest(inputs);
    expect(first.code).toBe(0);
    expect(second.tally).toEqual(first.tally);
    expect(second.refusals).toBe(first.refusals);
    expect(first.tally).toMatchObject({
      items: 7,
      articles: 1,
      sameBytes: 1,
      refused: {
        'broken-json': 1,
        'no-text': 1,
        'ragged-row': 1,
        'empty-file': 1,
        'unreadable-file': 1,
      },
    });
  });
});
