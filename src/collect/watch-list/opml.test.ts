import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedSources } from './invented-watch.fixture.ts';
import { readOpml, writeOpml } from './opml.ts';

const read = (text: string) => readOpml(Buffer.from(text));
const opml = (body: string): string =>
  `<?xml version="1.0"?><opml version="1.0"><body>\n${body}\n</body></opml>`;

describe('readOpml', () => {
  it('reads nested folders and categories as tags, and the page as the outlet', async () => {
    const list = await read(
      opml(`<outline text="Press">
  <outline text="Mexico">
    <outline text="La Voz &amp; m&#225;s" type="rss" xmlUrl="https://feeds.example/voz?a=1&amp;b=2" htmlUrl="https://www.voz.example/" language="es-mx" category="/wire/daily,press"/>
  </outline>
  <outline title="Radio" xmlUrl="https://radio.example/rss"/>
</outline>
<outline xmlurl="https://sin.example/rss"></outline>`),
    );
    expect(list).toEqual({
      drafts: [
        {
          url: 'https://feeds.example/voz?a=1&b=2',
          outlet: 'voz.example',
          title: 'La Voz & más',
          language: 'es',
          tags: ['Press', 'Mexico', 'wire', 'daily', 'press'],
        },
        { url: 'https://radio.example/rss', title: 'Radio', tags: ['Press'] },
        { url: 'https://sin.example/rss' },
      ],
      repeated: 0,
      refused: [],
      doubts: [],
    });
  });

  it('counts what stands there twice and refuses what is no feed, with its line', async () => {
    const list = await read(
      opml(`<outline xmlUrl="https://a.example/"/>
<outline xmlUrl="http://a.example/"/>
<outline xmlUrl="feed://b.example/"/>
<outline xmlUrl=""/>
<outline type="link" url="https://c.example/"/>`),
    );
    expect(list.drafts).toEqual([{ url: 'https://a.example/' }]);
    expect(list.repeated).toBe(1);
    expect(list.refused.map(({ line, value }) => [line, value])).toEqual([
      [4, 'feed://b.example/'],
      [5, ''],
      [6, 'https://c.example/'],
    ]);
  });

  it.each([
    ['breaks off', '<opml><body><outline><outline xmlUrl="https://a.example/"/>', 'breaks off'],
    [
      'is not closed well',
      '<opml><body><outline xmlUrl="https://a.example/"></body>',
      'breaks off',
    ],
    [
      'is another thing',
      '<html><outline xmlUrl="https://a.example/"/></html>',
      'does not begin as OPML',
    ],
  ])('reads what can be read of a file that %s', async (_what, text, doubt) => {
    const list = await read(text);
    expect(list.drafts).toEqual([{ url: 'https://a.example/' }]);
    expect(list.doubts.join()).toContain(doubt);
  });

  it.each(['', 'x', '<opml/>', '{"a": 1}', '<<<<<<'])('refuses %j', async (text) => {
    expect(await read(text)).toMatchObject({
      drafts: [],
      refused: [{ line: 1, reason: 'the file holds no outline; is it an OPML file?' }],
    });
  });

  it('reads other character sets', async () => {
    const text = opml('<outline text="Ñandú" xmlUrl="https://a.example/"/>');
    const list = await readOpml(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(list.drafts[0]?.title).toBe('Ñandú');
  });

  it('expands no entity and ends on deep and long files', async () => {
    const bomb = `<!DOCTYPE o [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><opml><outline text="&b;" xmlUrl="https://a.example/"/></opml>`;
    expect((await read(bomb)).drafts[0]?.title).toBe('&b;');
    const deep = await read(opml('<outline text="f">'.repeat(50_000)));
    expect(deep.drafts).toEqual([]);
    const inside = `${'<outline text="f">'.repeat(2000)}${'<outline xmlUrl="https://a.example/"/>'.repeat(2000)}`;
    expect((await read(opml(inside))).repeated).toBe(1999);
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `<outline xmlUrl="https://a${i}.example/"/>\n`,
    );
    expect((await read(opml(many.join('')))).drafts).toHaveLength(20_000);
  });
});

describe('writeOpml', () => {
  it('writes what readOpml reads: address, kind, outlet, title, language, tags', async () => {
    await fc.assert(
      fc.asyncProperty(inventedSources, async (sources) => {
        const list = await read(writeOpml('Ours <&">', sources));
        expect(list).toMatchObject({ repeated: 0, doubts: [] });
        if (sources.length > 0) expect(list.refused).toEqual([]);
        expect(
          list.drafts.map(({ url, kind, outlet, language, tags }) => ({
            url,
            kind: kind ?? 'feed',
            outlet: outlet ?? new URL(url).hostname,
            language,
            tags: tags ?? [],
          })),
        ).toEqual(
          sources.map(({ url, kind, outlet, language, tags }) => ({
            url,
            kind,
            outlet,
            language,
            tags,
          })),
        );
        list.drafts.forEach(({ title }, i) => {
          expect(title).toBe(sources[i]?.title ?? sources[i]?.outlet);
        });
      }),
    );
  });

  it('escapes what steers a parser', () => {
    expect(writeOpml('</title><script>', [])).toContain('&lt;/title&gt;&lt;script&gt;');
  });
});
