import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTiers, readTier, readTruth, toUtf16 } from './pan.ts';

describe('toUtf16', () => {
  it('counts an emoji as one code point and two units', () => {
    expect(toUtf16('a🚀bc', { begin: 2, end: 3 })).toEqual({ begin: 3, end: 4 });
    expect(toUtf16('a🚀bc', { begin: 0, end: 2 })).toEqual({ begin: 0, end: 3 });
  });

  it('cuts what lies past the end', () => {
    expect(toUtf16('a🚀', { begin: 1, end: 9 })).toEqual({ begin: 1, end: 3 });
  });

  it('agrees with slicing an array of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(12), fc.nat(12), (text, begin, length) => {
        const naive = [...text].slice(begin, begin + length).join('');
        const span = toUtf16(text, { begin, end: begin + length });
        expect(text.slice(span.begin, span.end)).toBe(naive);
      }),
    );
  });
});

describe('readTruth', () => {
  it('reads attributes in any order, both kinds of quotes, and leaves other features out', () => {
    const xml = `<document reference="s.txt"><feature source_length='4' name="plagiarism"
      this_offset="1" this_length="2" source_reference="a.txt" source_offset="3" />
      <feature name="language" value="en"/></document>`;
    expect(readTruth(xml, 'x.xml')).toEqual([
      { sourceName: 'a.txt', source: { begin: 3, end: 7 }, suspicious: { begin: 1, end: 3 } },
    ]);
  });

  it('names the file and the value of a bad offset', () => {
    const xml = '<feature name="plagiarism" this_offset="-1" this_length="2"/>';
    expect(() => readTruth(xml, 'x.xml')).toThrow('x.xml: source_offset=""');
  });

  it('finds nothing in a document without cases', () => {
    expect(readTruth('<document reference="s.txt"></document>', 'x.xml')).toEqual([]);
  });
});

describe('a folder of tiers', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pan-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function writeTier(folder: string): void {
    for (const part of ['src', 'susp', 'truth']) mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'pairs'), 'susp1.txt src1.txt\n\n');
    writeFileSync(join(folder, 'susp', 'susp1.txt'), '🚀 one two');
    writeFileSync(join(folder, 'src', 'src1.txt'), 'one two three');
    const feature =
      '<feature name="plagiarism" this_offset="2" this_length="3" ' +
      'source_reference="src1.txt" source_offset="0" source_length="3"/>';
    writeFileSync(join(folder, 'truth', 'susp1-src1.xml'), `<document>${feature}</document>`);
  }

  it('is found through folders that hold one folder only', () => {
    writeTier(join(root, 'set', 'dev', 'b'));
    writeTier(join(root, 'set', 'dev', 'a'));
    expect(findTiers(root).map((tier) => tier.name)).toEqual(['a', 'b']);
    expect(findTiers(join(root, 'set', 'dev', 'a')).map((tier) => tier.name)).toEqual(['a']);
  });

  it('is empty where the folder is absent or holds no tier', () => {
    expect(findTiers(join(root, 'absent'))).toEqual([]);
    expect(findTiers(root)).toEqual([]);
  });

  it('yields texts and cases in UTF-16 units', () => {
    writeTier(join(root, 'a'));
    const [pair] = [...readTier(findTiers(root)[0]!)];
    expect(pair).toMatchObject({ name: 'susp1-src1', source: 'one two three' });
    const span = pair!.cases[0]!.suspicious;
    expect(pair!.suspicious.slice(span.begin, span.end)).toBe('one');
  });
});
