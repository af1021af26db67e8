/**
 * Lists as files and bodies: invented files in the layouts of real ones, each beside what it must give
 * (`fixtures/expected/`, found by listing the folder); then whatever the world may send instead.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListCounts, ListedAddress, ListFault, ListPlace } from './listed.ts';
import { readAddresses } from './read-addresses.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const NAMES = readdirSync(FIXTURES).filter((name) => /\.\w+$/.test(name) && name !== 'README.md');
const SITE = 'https://diario-valdoria.example';

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

interface Reading {
  readonly addresses: readonly ListedAddress[];
  readonly faults: readonly ListFault[];
  readonly counts: ListCounts;
}

async function read(
  list: string | AsyncIterable<Uint8Array> | Uint8Array,
  at: Partial<ListPlace> = {},
): Promise<Reading> {
  const addresses: ListedAddress[] = [];
  const faults: ListFault[] = [];
  let counts: ListCounts | undefined;
  const source = typeof list === 'string' ? Buffer.from(list) : list;
  const onEnd = (all: ListCounts) => {
    counts = all;
  };
  for await (const found of readAddresses(source, { name: 'list', ...at, onEnd })) {
    if ('fault' in found) faults.push(found);
    else addresses.push(found);
  }
  return { addresses, faults, counts: counts! };
}

const urls = ({ addresses }: Reading): string[] => addresses.map(({ url }) => url);
const kinds = ({ faults }: Reading): string[] => faults.map((one) => one.fault);

describe('readAddresses', () => {
  it('has something to compare', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(16);
  });

  it.each(NAMES)('reads %s', async (name) => {
    const { addresses, faults, counts } = await read(readFileSync(join(FIXTURES, name)), { name });
    const expected = readFileSync(join(FIXTURES, 'expected', `${name}.jsonl`), 'utf8');
    const lines = expected.trim().split('\n');
    expect([...addresses, ...faults, counts]).toEqual(lines.map((line) => JSON.parse(line)));
  });

  it('does not depend on where chunks end, nor on gzip', async () => {
    for (const name of NAMES) {
      const bytes = readFileSync(join(FIXTURES, name));
      const whole = await read(bytes, { name });
      for (const size of [1, 2, 7, 64]) {
        expect(await read(chunked(bytes, size), { name })).toEqual(whole);
      }
      expect(await read(chunked(gzipSync(bytes), 5), { name: `${name}.gz` })).toEqual(whole);
    }
  });

  it('gives an address once, whatever campaign and fragment it carries', async () => {
    const reading = await read(
      `${SITE}/a/b\n${SITE}/a/b?utm_source=x\n${SITE}/a/b#c\n${SITE}/a/c\n`,
    );
    expect(urls(reading)).toEqual([`${SITE}/a/b`, `${SITE}/a/c`]);
    expect(reading.counts.passed.repeated).toBe(2);
  });

  it('reads other character sets', async () => {
    const text = `url;titulo\r\n${SITE}/a/1;Información de mañana\r\n`;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const latin = Buffer.from(text, 'latin1');
    for (const bytes of [utf16, latin]) {
      expect((await read(bytes, { name: 'x.csv' })).addresses[0]?.title).toBe(
        'Información de mañana',
      );
    }
  });

  it('says what a file is that is no list', async () => {
    const details = async (list: Uint8Array | string) => (await read(list)).faults[0]?.detail ?? '';
    expect(await details(Buffer.from('PK\u0003\u0004 rest', 'latin1'))).toContain('unzip it first');
    expect(await details(Buffer.alloc(500, 1))).toContain('no text');
    expect(await details('A story.\n\nIt has no address.')).toContain('without addresses');
    expect(await details('')).toContain('no address at all');
    expect(await details('# only a remark\n\n')).toContain('no address at all');
    expect(await details('<?xml version="1.0"?><other/>')).toContain('no feed');
    expect(await details('<!-- a > b --><opml version="2.0"></opml>')).toContain('OPML');
    expect(await details('<rss><channel></channel></rss>')).toContain('no address at all');
  });

  it('keeps what came before a break, and says that there was one', async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, i) => `${SITE}/a/${i}\n`).join(''));
    const cut = await read(packed.subarray(0, packed.length - 200));
    expect(cut.addresses.length).toBeGreaterThan(1000);
    expect(cut.faults.at(-1)).toMatchObject({ fault: 'broken-line' });
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${SITE}/a/1\n${SITE}/a/2\n${'#'.repeat(70_000)}\n`);
      throw new Error('the disk is gone');
    }
    const broken = await read(failing());
    expect(urls(broken)).toEqual([`${SITE}/a/1`, `${SITE}/a/2`]);
    expect(broken.faults[0]?.detail).toContain('the disk is gone');
    expect(broken.counts.faults).toBe(1);
  });

  it('counts what it does not show one by one', async () => {
    const { faults, counts } = await read(`${SITE}/a\n${'words\n'.repeat(1500)}`);
    expect(faults.length).toBe(1001);
    expect(faults.at(-1)?.detail).toContain('500 more');
    expect(counts.faults).toBe(1500);
  });

  it('tells its counts where the caller stops, and ends the source', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (let i = 0; ; i++) yield Buffer.from(`${SITE}/a/${i}\n`);
      } finally {
        ended = true;
      }
    }
    let counts: ListCounts | undefined;
    const place = { name: 'x', onEnd: (all: ListCounts) => (counts = all) };
    for await (const _ of readAddresses(endless(), place)) break;
    expect(ended).toBe(true);
    expect(counts?.addresses).toBe(1);
  });
});

describe('plain lines', () => {
  it.each([
    ['  https://a.example/x  ', 'https://a.example/x'],
    ['HTTPS://a.example/x', 'HTTPS://a.example/x'],
    ['https://a.example/x, and a note', 'https://a.example/x'],
    ['https://a.example/x_(y)', 'https://a.example/x_(y)'],
    ['[a title](https://a.example/x)', 'https://a.example/x'],
    ['12. "https://a.example/x"', 'https://a.example/x'],
    ['a.example/x', 'https://a.example/x'],
    ['//a.example/x', 'https://a.example/x'],
    ['<https://a.example/x>', 'https://a.example/x'],
  ])('finds the address of %j', async (line, url) => {
    expect(urls(await read(`${line}\n`))).toEqual([url]);
  });

  it.each(['http://http://a.example/x', 'http://', 'https:// a', 'a@b.example', 'notes.txt'])(
    'finds none in %j',
    async (line) => {
      const reading = await read(`https://a.example/\n${line}\n`);
      expect(kinds(reading)).toEqual(['not-an-address']);
      expect(reading.faults[0]).toMatchObject({ line: 2, value: line });
    },
  );

  it('refuses a line that is too long and reads on', async () => {
    const long = `https://a.example/${'a'.repeat(9_000_000)}`;
    const reading = await read(`https://a.example/1\n${long}\nhttps://a.example/2\n`);
    expect(urls(reading)).toEqual(['https://a.example/1', 'https://a.example/2']);
    expect(kinds(reading)).toEqual(['too-long']);
    expect(reading.faults[0]!.value.length).toBe(200);
  });
});

describe('tables', () => {
  it('finds the column by many names', async () => {
    for (const name of [
      'URL',
      'Link',
      'web address',
      'Dirección',
      'ссылка',
      'DocumentIdentifier',
    ]) {
      const reading = await read(`n,${name}\n1,${SITE}/a\n`, { name: 'x.csv' });
      expect(urls(reading)).toEqual([`${SITE}/a`]);
    }
  });

  it('takes another such column where the first is empty', async () => {
    const reading = await read(`url,source_url\n,${SITE}/a\nnone,${SITE}/b\n`, { name: 'x.csv' });
    expect(urls(reading)).toEqual([`${SITE}/a`, `${SITE}/b`]);
  });

  it('reads a single column, relative addresses, and rows that are cut', async () => {
    expect(urls(await read(`# a remark\nurl\n${SITE}/a\n`))).toEqual([`${SITE}/a`]);
    const relative = await read('url,title\n/a,A\n', { name: 'x.csv', base: `${SITE}/list` });
    expect(urls(relative)).toEqual([`${SITE}/a`]);
    const cut = await read(`title,url\nonly a title\n"open,${SITE}/a\n`, { name: 'x.csv' });
    expect(kinds(cut)).toEqual(['broken-line', 'broken-line']);
  });

  it('reads columns called like parts of every object', async () => {
    const reading = await read(`url,__proto__,constructor,url\n${SITE}/a,1,2,x\n`, {
      name: 'x.csv',
    });
    expect(reading.addresses).toEqual([{ url: `${SITE}/a`, line: 2 }]);
  });
});

describe('JSON', () => {
  it('reads lists of texts, lists in objects, and one object', async () => {
    expect(urls(await read(`["${SITE}/a", "${SITE}/b"]`))).toEqual([`${SITE}/a`, `${SITE}/b`]);
    const nested = `{"count":2,"items":[{"link":"${SITE}/a"},{"link":7},{"other":1}]}`;
    const reading = await read(nested);
    expect(urls(reading)).toEqual([`${SITE}/a`]);
    expect(reading.faults.map(({ line, value }) => [line, value])).toEqual([
      [2, '7'],
      [3, '{other}'],
    ]);
    expect(urls(await read(`{"url":\n"${SITE}/a"}`))).toEqual([`${SITE}/a`]);
  });

  it('survives values of any depth', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(kinds(await read(`[{"url":${deep}}]`))).toEqual(['not-an-address']);
    expect(kinds(await read(`[[${deep}]]`))).toEqual(['not-an-address']);
  });

  it('does not take the time of a GDELT line for one of publication', async () => {
    const line = `{"date":"2024-09-23T10:15:00Z","url":"${SITE}/a","lang":"es","entities":[]}`;
    expect((await read(line)).addresses[0]).toEqual({
      ...{ url: `${SITE}/a`, line: 1, language: 'es', seen: '2024-09-23T10:15:00Z' },
    });
    const own = `{"date":"2024-09-23T10:15:00Z","url":"${SITE}/a","lang":"es"}`;
    expect((await read(own)).addresses[0]?.published).toBe('2024-09-23T10:15:00Z');
  });
});

describe('feeds', () => {
  it('reads Atom and RDF', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="/a"/><updated>2024-09-23T10:00:00Z</updated></entry></feed>`;
    expect((await read(atom, { base: SITE })).addresses).toEqual([
      { url: `${SITE}/a`, line: 1, title: 'A', published: '2024-09-23T10:00:00Z' },
    ]);
    const rdf = `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><item rdf:about="${SITE}/b"><title>B</title></item></rdf:RDF>`;
    expect(urls(await read(rdf))).toEqual([`${SITE}/b`]);
  });

  it('refuses an item that the end of the file cuts, since its link may be cut', async () => {
    const reading = await read(`<rss><item><link>${SITE}/a</link></item><item><link>${SITE}/abc`);
    expect(urls(reading)).toEqual([`${SITE}/a`]);
    expect(kinds(reading)).toEqual(['broken-line']);
  });

  it('refuses an item that is too long and reads on', async () => {
    const item = (url: string, more = '') => `<item><link>${url}</link>${more}</item>\n`;
    const long = item(`${SITE}/long`, '<description>x\n</description>'.repeat(400_000));
    const reading = await read(`<rss>\n${item(`${SITE}/a`)}${long}${item(`${SITE}/b`)}</rss>`);
    expect(reading.addresses).toEqual([
      { url: `${SITE}/a`, line: 2 },
      { url: `${SITE}/b`, line: 400_004 },
    ]);
    expect(kinds(reading)).toEqual(['too-long']);
  });
});

describe('pages', () => {
  it('need an address to take links from', async () => {
    const page = '<html><body><a href="/2024/09/23/a-story">A</a></body></html>';
    expect(kinds(await read(page, { name: 'saved.html' }))).toEqual(['no-address']);
    expect(urls(await read(page, { name: `${SITE}/mundo` }))).toEqual([
      `${SITE}/2024/09/23/a-story`,
    ]);
    expect(urls(await read(page, { base: `${SITE}/mundo` }))).toHaveLength(1);
  });

  it('say so where no link looks like an article', async () => {
    const page = '<html><a href="/mundo">M</a><a href="https://other.example/x">O</a></html>';
    const { faults } = await read(page, { base: SITE });
    expect(faults[0]?.detail).toContain('none of its 2 links');
  });

  it('read so many links and no more', async () => {
    const page = '<a href="/mundo">M</a>'.repeat(20_005);
    const { faults, counts } = await read(page, { base: SITE });
    expect(faults[0]?.detail).toContain('5 links beyond the first 20000');
    expect(counts.passed.section).toBe(20_000);
  });

  it('decode what the page says that it is written in', async () => {
    const page = `<html><meta charset="windows-1251"><a href="/2024/09/23/a">`;
    const bytes = Buffer.concat([Buffer.from(page), Buffer.from([0xcf, 0xee, 0xf0, 0xf2])]);
    expect((await read(bytes, { base: SITE })).addresses[0]?.title).toBe('Порт');
  });
});

describe('hostile lists', () => {
  const token = fc.constantFrom(
    ...[
      'https://a.example/x',
      'url',
      ',',
      '\t',
      '"',
      '\n',
      '\r\n',
      '#',
      ' ',
      '[',
      ']',
      '{',
      '}',
      ':',
    ],
    ...[
      '<item>',
      '</item>',
      '<link>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<a href="',
      '">',
      '<rss>',
    ],
    ...[
      '{"url":"https://a.example/y"}',
      '20240923101500',
      '<html>',
      '\ufeff',
      '\u0000',
      'é',
      '&#x0;',
    ],
  );

  it('are read without a throw, alike in chunks of any size', async () => {
    const texts = fc.array(token, { maxLength: 40 });
    const names = fc.constantFrom('x', 'x.csv', 'x.tsv', 'a.export.CSV', 'https://a.example/list');
    await fc.assert(
      fc.asyncProperty(texts, names, fc.integer({ min: 1, max: 9 }), async (parts, name, size) => {
        const bytes = Buffer.from(parts.join(''));
        const whole = await read(bytes, { name });
        expect(await read(chunked(bytes, size), { name })).toEqual(whole);
        expect(whole.counts.addresses).toBe(whole.addresses.length);
        expect(whole.counts.faults).toBe(whole.faults.length);
        expect(whole.addresses.length + whole.faults.length).toBeGreaterThan(0);
        for (const { url } of whole.addresses) expect(url).toMatch(/^https?:\/\/[^/]/i);
      }),
      { numRuns: 300 },
    );
  });

  it('are read without a throw, whatever their bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { counts, faults } = await read(bytes);
        expect(counts.faults).toBe(faults.length);
      }),
      { numRuns: 300 },
    );
  });

  // A square of such a length would outlast the time limit of the test.
  const MILLION = 1_000_000;
  it.each([
    ['words on one line', 'https://a.example/ '.repeat(MILLION / 4)],
    ['commas behind a word', `https://a.example/\nx${','.repeat(MILLION)}y\n`.repeat(4)],
    ['lines of commas', `https://a.example/\n${`${','.repeat(20_000)}a\n`.repeat(300)}`],
    ['hosts that never end', `https://a.example/\n${'a.'.repeat(MILLION)}`],
    ['tabs', `url\t${'\t'.repeat(MILLION)}\nhttps://a.example/x`],
    ['quotes', `url,title\n${'"'.repeat(MILLION)}`],
    ['open items', `<rss>${'<item>'.repeat(MILLION / 4)}`],
    ['empty items', `<rss>${'<item></item>'.repeat(100_000)}`],
    ['open tags in an item', `<rss><item>${'<a>'.repeat(MILLION / 4)}</item>`],
    ['comments', `<rss>${'<!--'.repeat(MILLION)}`],
    ['open links', `<html>${'<a href=/2024/01/02/x>'.repeat(100_000)}`],
    ['open angles', `<html>${'<'.repeat(MILLION)}`],
    ['a link without end', `<html><a href="/${'&amp;'.repeat(MILLION / 4)}">x</a>`],
    ['brackets', '['.repeat(MILLION)],
    ['keys', `{${'"url":"https://a.example/x",'.repeat(100_000)}"a":1}`],
  ])('are read in time that grows with their length: %s', async (_, text) => {
    const { counts, faults, addresses } = await read(text, { base: 'https://b.example/' });
    expect(counts.addresses).toBe(addresses.length);
    expect(addresses.length + faults.length).toBeGreaterThan(0);
  });
});
