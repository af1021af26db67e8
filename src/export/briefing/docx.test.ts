import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../domain/briefing.ts';
import { emptyFacts, facts } from './briefing.fixture.ts';
import { composeBriefing } from './compose.ts';
import { briefingDocx } from './docx.ts';

/** The files of a ZIP by its directory, as any other program reads them. */
function filesIn(zip: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    const text = (method === 8 ? inflateRawSync(data) : data).toString('utf8');
    files.set(bytes.toString('utf8', at + 46, at + 46 + name!), text);
    at += 46 + name! + extra! + comment!;
  }
  return files;
}

interface Read {
  readonly text: string;
  /** Where links inside the document lead, and the places that they may lead to. */
  readonly anchors: readonly string[];
  readonly places: readonly string[];
  readonly links: readonly string[];
}

function read(xml: string): Read {
  const [anchors, places, links]: [string[], string[], string[]] = [[], [], []];
  let text = '';
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++;
        if (name === 'w:bookmarkStart') places.push(attributes['w:name']!);
        if (name === 'w:hyperlink' && attributes['w:anchor']) anchors.push(attributes['w:anchor']);
        if (name === 'w:hyperlink' && attributes['r:id']) links.push(attributes['r:id']);
        if (name === 'w:p') text += '\n';
      },
      ontext: (piece) => {
        text += piece;
      },
      onclosetag: () => depth--,
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(depth).toBe(0);
  return { text, anchors, places, links };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('briefingDocx', () => {
  const english = composeBriefing(facts(), 'en');

  it('holds every sentence, every source, and links that lead somewhere', async () => {
    for (const briefing of [english, composeBriefing(facts(), 'es')]) {
      const files = filesIn(await briefingDocx(briefing));
      const { text, anchors, places, links } = read(files.get('word/document.xml')!);
      for (const { heading, items } of briefing.sections) {
        expect(text).toContain(heading);
        for (const { sentences } of items) {
          for (const sentence of sentences) expect(flat(text)).toContain(flat(sentence.text));
        }
      }
      expect(places).toHaveLength(briefing.sources.length);
      expect(anchors.filter((anchor) => !places.includes(anchor))).toEqual([]);
      const relations = files.get('word/_rels/document.xml.rels')!;
      for (const id of links) expect(relations).toContain(`Id="${id}"`);
      // Nothing leads out but links, and those to the web alone.
      const outside = [...relations.matchAll(/Target="([^"]+)" TargetMode="External"/g)];
      for (const [, target] of outside) expect(target).toMatch(/^https?:/);
    }
  });

  it('says the language of the document and of what is quoted in another one', async () => {
    const files = filesIn(await briefingDocx(english));
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en"/>');
    expect(files.get('word/document.xml')).toMatch(/<w:lang w:val="(?:es|ru)"/);
  });

  it('is the same twice, and bears no name of a person and no date', async () => {
    const [first, second] = [await briefingDocx(english), await briefingDocx(english)];
    expect(Buffer.compare(first, second)).toBe(0);
    const core = filesIn(first).get('docProps/core.xml')!;
    expect(core).not.toMatch(/dcterms|lastModifiedBy/);
  });

  it('is a document where there is nothing to tell', async () => {
    const files = filesIn(await briefingDocx(composeBriefing(emptyFacts(), 'en')));
    expect(read(files.get('word/document.xml')!).text).toContain('Sources');
  });

  it('stays well-formed whatever is quoted', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '</w:t>',
        '\u0000\u0008',
        '\ud800',
        '&amp;<x>',
        '\u202eevil',
        'x'.repeat(9e4),
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const sections = english.sections.map((section) => ({
          ...section,
          items: section.items.map((item) => ({ ...item, lead: text })),
        }));
        const briefing: Briefing = { ...english, title: text, sections };
        const files = filesIn(await briefingDocx(briefing));
        const xml = files.get('word/document.xml')!;
        read(xml);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
      { numRuns: 25 },
    );
  });
});
