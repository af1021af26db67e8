import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../src/collect/feeds/feed.ts';
import { expectationIn, feeds, isCore, outcomeOf } from './feeds.ts';

const FEED: Feed = {
  format: 'atom',
  title: 'A < B',
  link: 'https://a.example/',
  damaged: false,
  doubts: [],
  items: [
    {
      guid: 'g',
      published: 'Thu, 01 Jan 2004 19:48:21 GMT',
      summaryHtml: '<p title="x" class="y">a &amp; b</p>',
      contentHtml: 'plain &lt;b&gt;',
      authors: ['Ana', 'Eva'],
      categories: ['one', 'two'],
      enclosures: [{ url: 'https://a.example/1.mp3', length: 5 }],
      source: { title: 'S', url: 'https://s.example/' },
    },
  ],
};
const fate = (expectation: string, read: () => Feed | undefined = () => FEED) =>
  outcomeOf({ path: 'wellformed/x.xml', bytes: new Uint8Array(), expectation }, read).fate;

describe('outcomeOf', () => {
  it('passes what the feed has', () => {
    for (const expectation of [
      ...[
        "feed['title'] == 'A < B'",
        "feed.title_detail.value == 'A &lt; <i>B</i>'",
        'len(entries) == 1',
      ],
      ...[
        "not bozo and entries[0]['guid'] == entries[0].id == 'g'",
        "entries[0]['updated'] != None",
      ],
      ...[
        'entries[0].published_parsed == (2004, 1, 1, 19, 48, 21, 3, 1, 0)',
        "feed['language'] == None",
      ],
      ...[
        `entries[0].summary == '<p class="y" title="x">a &#38; b</p>'`,
        "not feed.has_key('ttl')",
      ],
      ...["entries[0].content[0].value == 'plain <b>'", "entries[0].author == 'Ana (a@a.example)'"],
      ...["entries[0].authors[1].name == 'Eva'", "entries[0]['tags'][1]['term'] == 'two'"],
      ...["entries[0].enclosures[0] == {'href': 'https://a.example/1.mp3', 'length': '5'}"],
      ...[
        "entries[0].source.href == 'https://s.example/'",
        "feed.link == 'x' or feed.title == 'A < B'",
      ],
      "entries[0]['link'] == ''",
    ]) {
      expect([expectation, fate(expectation)]).toEqual([expectation, 'passed']);
    }
  });

  it('fails what it has otherwise, and what no feed has', () => {
    for (const expectation of [
      ...["feed['title'] == 'A B'", 'len(entries) == 2', "bozo and feed.title == 'A < B'"],
      ...["entries[0].summary == '<p>a &amp; b</p>'", "entries[0].summary == 'a b'"],
      ...[
        'entries[0].published_parsed == (2004, 1, 1, 19, 48, 22, 3, 1, 0)',
        "entries[1].id == 'g'",
      ],
      ...["entries[0].enclosures[0] == {'href': 'https://a.example/1.mp3', 'type': 'x'}"],
      ...[
        "not bozo and feed.link == 'x' or feed.title == 'x'",
        'feed.language',
        'entries[0].id == 5',
      ],
    ]) {
      expect([expectation, fate(expectation)]).toEqual([expectation, 'failed']);
    }
    expect(fate("feed.title == 'A < B'", () => undefined)).toBe('failed');
  });

  it('sets apart what speaks of other fields or of none, wherever they stand', () => {
    for (const expectation of [
      ...["feed.tagline == 'x'", "feed.title == 'x' and feed.rights == 'y'", "version == 'rss20'"],
      ...[
        "feed.title == 'A < B' or feed.id == 'y'",
        'ord(entries[0].id) == 5',
        'a b',
        'feed.title == feed.link',
      ],
      ...[
        "entries[0].content[1].value == 'x'",
        "entries[0]['title_detail']['type'] == 'x'",
        'len(feed.links) == 1',
      ],
      "feed.title < 'x'",
    ]) {
      expect([expectation, fate(expectation)]).toEqual([expectation, 'unmapped']);
    }
    expect(['not bozo', '1', 'bozo'].map((one) => fate(one))).toEqual(['blank', 'blank', 'blank']);
  });
});

describe('isCore', () => {
  it('is all of wellformed but the cleaning of HTML and a format of its own', () => {
    const paths = [
      'wellformed/rss/a.xml',
      'wellformed/sanitize/a.xml',
      'wellformed/cdf/a.xml',
      'illformed/a.xml',
    ];
    expect(paths.map(isCore)).toEqual([true, false, false, false]);
  });
});

describe('expectationIn', () => {
  it('finds the expression in wide characters too', () => {
    const head = "<!--\nDescription: x\nExpect:   not bozo and feed.title == 'ñ'\n-->";
    expect(expectationIn(Buffer.from(head))).toBe("not bozo and feed.title == 'ñ'");
    expect(expectationIn(Buffer.from('<!-- Expect: bozo -->', 'utf16le'))).toBe('bozo');
    expect(expectationIn(Buffer.from('<rss/>'))).toBeUndefined();
  });
});

describe('feeds', () => {
  it('reads a folder with the product’s own reader', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atalaya-feeds-'));
    try {
      expect(await feeds.run(folder)).toMatchObject({ kind: 'absent', place: folder });
      mkdirSync(join(folder, 'tests/wellformed/rss'), { recursive: true });
      const write = (name: string, expectation: string) =>
        writeFileSync(
          join(folder, 'tests/wellformed/rss', name),
          `<!--\nHeader: Content-Location: http://b.example/x/\nExpect: ${expectation}\n-->\n<rss><item><link>y</link></item></rss>`,
        );
      write('a.xml', "not bozo and entries[0]['link'] == 'http://b.example/x/y'");
      write('b.xml', "entries[0]['link'] == 'z'");
      write('c.xml', "feed['rights'] == 'z'");
      const answer = await feeds.run(folder);
      expect(answer).toMatchObject({
        kind: 'measured',
        figures: {
          core: { cases: 2, passed: 1, share: 0.5, unmapped: 1 },
          illformed: { share: null },
        },
      });
      expect(answer.kind === 'measured' && answer.table).toContain(
        "  wellformed/rss/b.xml: entries[0]['link'] == 'z'",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says where it looked where there is no data', async () => {
    expect(await feeds.run('/nowhere/at/all')).toMatchObject({ kind: 'absent' });
  });
});
