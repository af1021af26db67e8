import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddressList } from './address-list.ts';

const is = (text: string, name = 'file'): boolean => isAddressList(Buffer.from(text), name);
const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'fixtures', name));

describe('isAddressList', () => {
  it.each([
    ...['plain.txt', 'table.csv', 'lines.jsonl', 'list.json', '20240923101500.export.CSV'],
    ...['20240923101500.mentions.CSV', '20240923101500.gkg.csv', '20240923101500.gal.jsonl'],
    ...['20240923100000.LINKS.TXT', 'mc-2024-09-23.rss'],
  ])('is true of %s, zipped too and cut off', (name) => {
    const bytes = fixture(name);
    expect(isAddressList(bytes, name)).toBe(true);
    const packed = gzipSync(bytes);
    expect(isAddressList(packed.subarray(0, packed.length - 4), `${name}.gz`)).toBe(true);
  });

  it.each(['page.html', 'feeds.opml', 'sitemap.xml', 'lastupdate.txt'])(
    'is false of %s',
    (name) => {
      expect(isAddressList(fixture(name), name)).toBe(false);
    },
  );

  it('is false of files that hold articles', () => {
    expect(is('url,title,text\nhttps://a.example/x,A,Words\n', 'x.csv')).toBe(false);
    expect(is('{"url":"https://a.example/x","title":"A","body":"Words"}\n', 'x.jsonl')).toBe(false);
    expect(is('A title\n\nWords, and https://a.example/x\n', 'x.txt')).toBe(false);
    expect(is('https://a.example/x\n\nThe words of the article.\n', 'x.txt')).toBe(false);
    expect(is('---\nurl: https://a.example/x\n---\nWords\n', 'x.md')).toBe(false);
    expect(is('', 'x.txt')).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, zipped) => {
        const head = zipped ? Buffer.concat([Buffer.from([0x1f, 0x8b]), bytes]) : bytes;
        expect(typeof isAddressList(head, 'x')).toBe('boolean');
      }),
    );
  });
});
