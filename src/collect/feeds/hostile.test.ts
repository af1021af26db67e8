import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from './read-feed.ts';

const at = { url: 'https://news.example/feed' };
const read = (text: string) => readFeed(Buffer.from(text), at);

const PARTS = [
  ...[
    '<rss>',
    '</rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<entry>',
    '</entry>',
    '<feed>',
    '</feed>',
  ],
  ...[
    '<title>',
    '</title>',
    '<title type="xhtml">',
    '<link href="',
    '<guid>',
    '<description>',
    '"',
    "'",
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE rss [',
    ']>',
    '<!ENTITY a "b">',
    '&a;',
    '&',
    '&#',
    ';',
  ],
  ...[
    '&amp;lt;',
    '<?xml encoding="utf-16"?>',
    '\0',
    '\ufffd',
    'ñ',
    ' ',
    '\n',
    '<',
    '>',
    '/',
    '=',
    'x',
  ],
  ...[
    '{"items":[',
    '{}',
    ']}',
    '<rdf:RDF xmlns="',
    'xml:base="http://[',
    '<content mode="base64">',
  ],
];

describe('readFeed on hostile input', () => {
  it('never throws: bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(['feed', 'not-a-feed']).toContain(readFeed(bytes, at).kind);
      }),
    );
  });

  it('never throws: pieces of feeds in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }), (parts) => {
        expect(['feed', 'not-a-feed']).toContain(read(parts.join('')).kind);
        expect(['feed', 'not-a-feed']).toContain(read(`<rss><item>${parts.join('')}`).kind);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws: JSON of any shape', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (items, other) => {
        const feed = {
          version: 'https://jsonfeed.org/version/1',
          items,
          title: other,
          hubs: other,
        };
        expect(read(JSON.stringify(feed)).kind).toBe('feed');
      }),
    );
  });

  it('reads a million of anything: would not end if its time grew with the square', () => {
    const many = 1_000_000;
    for (const one of [
      ...[
        '<a>',
        '</a>',
        '<item>',
        '<title>',
        '<',
        '&',
        '&a;',
        '&lt;a href="',
        '"',
        "'",
        '<!--',
        'x',
      ],
      ...[
        '<![CDATA[',
        '<item><title>',
        ' href="',
        '<br>',
        '<a b="',
        ']',
        '<!DOCTYPE',
        '&#60;',
        ' ',
      ],
      ...['<author>a@', '<x:y xmlns:x="z">', '<category>', '{', '[', '<link/>'],
    ]) {
      const text = one.repeat(Math.ceil(many / one.length));
      expect(read(text).kind).toMatch(/feed/);
      expect(read(`<rss><channel><item><title>${text}</title>${text}`).kind).toBe('feed');
      expect(read(`<feed><entry><summary type="html">${text}`).kind).toBe('feed');
    }
  });
});
