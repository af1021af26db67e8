import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvedAddress, webAddress } from './addresses.ts';
import { withoutDoctype } from './doctype.ts';
import { attributeOf, childText, type Element, textOf } from './element.ts';
import { readElements } from './elements.ts';
import { References } from './entities.ts';
import { markupDoubts } from './fault-doubts.ts';

const resolve = (text: string) => new References().resolve(text);

describe('References', () => {
  it('resolves those of XML, of HTML and numbers', () => {
    expect(resolve('a &amp; b &lt;&gt;&quot;&apos;')).toBe('a & b <>"\'');
    expect(resolve('&eacute;&Eacute;&hellip;&nbsp;&semi;')).toBe('éÉ…\u00a0;');
    expect(resolve('&#233;&#xE9;&#XE9;&#x1F600;')).toBe('ééé😀');
  });

  it('reads numbers that mean windows-1252, and gives nothing for what XML forbids', () => {
    expect(resolve('don&#146;t &#x80;')).toBe('don’t €');
    expect(resolve('a&#0;b&#8;c&#10;')).toBe('abc\n');
    expect(resolve('&#xD800;&#x110000;')).toBe('\ufffd\ufffd');
  });

  it('leaves what refers to nothing, and counts it', () => {
    const references = new References();
    const text = 'AT&T, a=1&b=2, &unknown; &notit; &#x; R&D;';
    expect(references.resolve(text)).toBe(text);
    expect(references.bare).toBe(6);
  });

  it('resolves once: an escaped reference stays one', () => {
    expect(resolve('&amp;eacute; &amp;amp;')).toBe('&eacute; &amp;');
  });

  it('expands declared entities to a bound only', () => {
    const references = new References(new Map([['x', 'y'.repeat(100)]]));
    const long = references.resolve('&x;'.repeat(5000));
    expect(long.length).toBe(100_000 + 4000 * 3);
  });
});

describe('withoutDoctype', () => {
  it('cuts it out with its subset and keeps short plain entities', () => {
    const { text, entities } = withoutDoctype(
      '<?xml version="1.0"?><!-- > --><!DOCTYPE rss [ <!ENTITY id "tag:a.example,"> <!-- ]> " --> <!ENTITY x \'>\'> ]><rss>&id;</rss>',
    );
    expect(text).toBe('<?xml version="1.0"?><!-- > --><rss>&id;</rss>');
    expect([...entities]).toEqual([
      ['id', 'tag:a.example,'],
      ['x', '>'],
    ]);
  });

  it('keeps no entity that refers to others, to files or holds markup', () => {
    const bomb =
      '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY d "<item/>"><!ENTITY % e "x">]><l>&b;&c;&d;</l>';
    expect([...withoutDoctype(bomb).entities.keys()]).toEqual(['a']);
  });

  it('leaves a document without one, and one that only mentions it', () => {
    for (const text of ['<rss/>', '', 'x', '<rss>&lt;!DOCTYPE x></rss>', '<a><!DOCTYPE b></a>']) {
      expect(withoutDoctype(text).text).toBe(text);
    }
  });

  it('drops the rest where it never ends', () => {
    expect(withoutDoctype('<!DOCTYPE rss [ <!ENTITY a "b">').text).toBe('');
  });
});

describe('webAddress', () => {
  it('keeps what is absolute as written and resolves the rest', () => {
    const base = 'https://a.example/feeds/rss.xml';
    expect(webAddress('http://B.example/%7Ebob?x=1&y=2', base)).toBe(
      'http://B.example/%7Ebob?x=1&y=2',
    );
    expect(webAddress(' ../story?id=1 ', base)).toBe('https://a.example/story?id=1');
    expect(webAddress('//c.example/x', base)).toBe('https://c.example/x');
    expect(webAddress('https://a.example', base)).toBe('https://a.example/');
    expect(webAddress('https://a.exam\nple/x', base)).toBe('https://a.example/x');
    expect(webAddress('https://a.example/a b', base)).toBe('https://a.example/a%20b');
  });

  it('refuses other schemes and what is no address', () => {
    for (const stated of [
      ...['javascript:alert(1)', 'tag:a.example,2024:1', 'mailto:a@b.example', 'https://', ''],
      ...['relative', undefined, 'http://[', `https://a.example/${'x'.repeat(9000)}`],
    ]) {
      expect(webAddress(stated, '')).toBeUndefined();
    }
  });
});

describe('resolvedAddress', () => {
  it('leaves other schemes and what cannot be resolved', () => {
    expect(resolvedAddress('mailto:a@b.example', 'https://a.example/')).toBe('mailto:a@b.example');
    expect(resolvedAddress('x', '')).toBe('x');
    expect(resolvedAddress('x', 'https://a.example/y/')).toBe('https://a.example/y/x');
  });
});

/** Records and root of a text, with `item` as record and title, link and date as fields. */
function read(text: string, base = '') {
  const records: Element[] = [];
  const { root, faults } = readElements(text, {
    base,
    records: new Set(['item']),
    fields: new Set(['title', 'link', 'date']),
    onRecord: (record) => records.push(record),
  });
  return { records, root, faults, doubts: markupDoubts(faults) };
}

const titles = (text: string) => read(text).records.map((one) => childText(one, 'title'));

describe('readElements', () => {
  it('hands over records one by one and does not keep them', () => {
    const { root, records, doubts } = read(
      '<rss><channel><title>c</title><item><title>a</title></item><item><title><![CDATA[b<i>]]></title></item></channel></rss>',
    );
    expect(records.map(textOf)).toEqual(['a', 'b<i>']);
    expect(root && textOf(root)).toBe('c');
    expect(doubts).toEqual([]);
  });

  it('mends fields and records that were left open, and says so', () => {
    expect(titles('<rss><item><title>a<link>x</link></item><item><title>b</title></rss>')).toEqual([
      'a',
      'b',
    ]);
    expect(titles('<rss><item><title>a</title><item><title>b</title></item></rss>')).toEqual([
      'a',
      'b',
    ]);
    expect(read('<rss><item><title>a<link>x</item>').doubts).toEqual([
      'it ends before it is finished',
      '3 elements were not closed',
    ]);
  });

  it('ends at the end of the document, and does not believe the field that is torn there', () => {
    for (const end of ['a', 'a<li', 'a<', 'a</', 'a</ti', 'a<![CDATA[b', 'a<!-- ', 'a<!']) {
      const { records, faults } = read(`<rss><item><date>d</date><title>${end}`);
      expect([end, records.map(textOf), faults.cutOff]).toEqual([end, ['d'], true]);
    }
    expect(read('<rss><item><x>a').records.map(textOf)).toEqual(['a']);
  });

  it('passes over end tags without elements, other cases and void elements', () => {
    expect(titles('<RSS></b><Item><Title>a<br>b</br></title></ITEM></RSS>')).toEqual(['ab']);
    expect(read('<rss></b></rss>').doubts).toEqual(['1 end tag has no element']);
  });

  it('knows namespaces by address, undeclared prefixes by custom, and the root’s own', () => {
    const keys = (text: string) =>
      read(text).records.flatMap((one) =>
        one.children.flatMap((child) => (typeof child === 'string' ? [] : [child.key])),
      );
    expect(
      keys(
        '<rss xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:y="http://foreign.example/"><item><x:date/><dc:date/><y:title/><z:a/></item></rss>',
      ),
    ).toEqual(['dc:date', 'dc:date', '?:title', '?:a']);
    expect(
      keys('<q:rss xmlns:q="http://odd.example/"><q:item><q:title/></q:item></q:rss>'),
    ).toEqual(['title']);
    expect(read('<feed><title/></feed>').root?.children[0]).toMatchObject({ key: 'atom:title' });
  });

  it('inherits xml:base and xml:lang', () => {
    const { records } = read(
      '<rss xml:base="https://b.example/x/" xml:lang="es"><item xml:base="y/"><title xml:lang="en" xml:base="javascript:x">t</title></item></rss>',
      'https://a.example/',
    );
    expect(records[0]).toMatchObject({ base: 'https://b.example/x/y/', language: 'es' });
    expect(records[0]!.children[0]).toMatchObject({
      base: 'https://b.example/x/y/',
      language: 'en',
    });
    expect(attributeOf(records[0]!, 'xml:base')).toBe('y/');
  });

  it('keeps the text of what stands too deep', () => {
    const deep = `${'<a>'.repeat(5000)}x${'</a>'.repeat(5000)}`;
    const { records, faults } = read(`<rss><item><title>${deep}</title></item><item/></rss>`);
    expect([records.length, textOf(records[0]!), faults.tooDeep > 0, faults.cutOff]).toEqual([
      2,
      'x',
      true,
      false,
    ]);
  });

  it('never throws and gives back the text between well-formed tags', () => {
    const word = fc.stringMatching(/^[a-z ]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const text = words.map((one) => `<item><title>${one}</title></item>`).join('');
        expect(titles(`<rss>${text}</rss>`)).toEqual(words.map((one) => one.trim() || undefined));
      }),
    );
    const part = fc.constantFrom(
      ...[
        '<item>',
        '</item>',
        '<title>',
        '</title>',
        '<',
        '>',
        '&',
        '"',
        '<![CDATA[',
        ']]>',
        '<!--',
      ],
      ...[
        '<rss a="',
        'x',
        '<?',
        '<!DOCTYPE',
        '[',
        ']',
        '/',
        '<a/>',
        '&amp;',
        '\0',
        '<b xmlns="',
        '=',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(() => read(parts.join(''))).not.toThrow();
      }),
    );
  });
});
