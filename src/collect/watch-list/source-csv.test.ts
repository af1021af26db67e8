import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WatchSource } from '../../domain/watch.ts';
import { inventedSources } from './invented-watch.fixture.ts';
import { readSourceCsv, writeSourceCsv } from './source-csv.ts';

const read = (text: string) => readSourceCsv(Buffer.from(text));
const source = (more: Partial<WatchSource>): WatchSource => ({
  id: 'a',
  kind: 'feed',
  url: 'https://a.example/',
  outlet: 'a.example',
  tags: [],
  everyMs: 60_000,
  enabled: true,
  line: 0,
  ...more,
});

describe('writeSourceCsv', () => {
  it('is read back as the same sources', async () => {
    await fc.assert(
      fc.asyncProperty(inventedSources, async (sources) => {
        const list = await read(writeSourceCsv(sources));
        expect(list).toMatchObject({ repeated: 0, refused: [], doubts: [] });
        expect(list.drafts.map((draft) => ({ tags: [], ...draft, line: 0 }))).toEqual(sources);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://x.example","y")'])(
    'makes no formula of %s',
    async (title) => {
      const text = writeSourceCsv([source({ title })]);
      const cells = text.split('\r\n')[1]!.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      for (const cell of cells) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
      expect((await read(text)).drafts[0]?.title).toBe(title);
    },
  );

  it('quotes commas, quotes and line ends', () => {
    expect(writeSourceCsv([source({ title: 'a,"b"' })])).toBe(
      'id,kind,url,outlet,title,language,tags,every,enabled\r\na,feed,https://a.example/,a.example,"a,""b""",,,1m,yes\r\n',
    );
  });
});

describe('readSourceCsv', () => {
  it('takes other names for columns', async () => {
    const list = await read('Feed URL;Name;Category\nhttps://a.example/rss;La Voz;x;\n');
    expect(list.drafts).toEqual([{ url: 'https://a.example/rss', title: 'La Voz', tags: ['x'] }]);
  });

  it.each([
    ['https://a.example/,rss,', 'kind: "rss" is none of feed'],
    ['a.example,,', 'url: "a.example" is no address'],
    [',feed,', 'the row has no address'],
    ['https://a.example/,,soon', 'every: "soon" is no span of time'],
  ])('refuses the row %s with its line', async (row, reason) => {
    const list = await read(
      `url,kind,every\nhttps://ok.example/,,\n${row}\nhttps://ok.example/#2,,\n`,
    );
    expect(list.drafts).toEqual([{ url: 'https://ok.example/' }]);
    expect(list.repeated).toBe(1);
    expect(list.refused).toMatchObject([{ line: 3, reason: expect.stringContaining(reason) }]);
  });

  it('refuses a file without addresses', async () => {
    expect((await read('')).refused).toMatchObject([
      { line: 1, reason: 'the file is empty; name one url.' },
    ]);
    expect((await read('a,b\n1,2\n')).refused).toMatchObject([
      { line: 1, reason: 'no column holds addresses; name one url.', value: 'a,b' },
    ]);
  });
});
