/** The three splitters against naive twins that hold the whole text, chunked at every width. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from './lines.ts';
import type { Piece } from './pieces.ts';
import { type Delimiter, delimiterOf, splitRows } from './rows.ts';
import { splitValues } from './values.ts';

async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function all(batches: AsyncIterable<readonly Piece[]>): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const batch of batches) pieces.push(...batch);
  return pieces;
}

const shown = (pieces: readonly Piece[]): unknown[] =>
  pieces.map((piece) =>
    piece.kind === 'item' ? [piece.line, Buffer.from(piece.bytes).toString()] : piece.reason,
  );
const sizes = fc.integer({ min: 1, max: 9 });

describe('splitLines', () => {
  const naive = (text: string, max: number): unknown[] =>
    text.split('\n').flatMap((line, i): unknown[] => {
      if (Buffer.byteLength(line) > max) return ['line-too-long'];
      const bare = line.replace(/\r$/, '');
      return /^[ \t\n\v\f\r]*$/.test(bare) ? [] : [[i + 1, bare]];
    });

  it('agrees with splitting the whole', async () => {
    const texts = fc.array(fc.constantFrom('a', 'ж', ' ', '\n', '\r\n', '\n\n', 'abcdefgh'));
    await fc.assert(
      fc.asyncProperty(texts, sizes, fc.integer({ min: 3, max: 40 }), async (parts, size, max) => {
        const text = parts.join('');
        expect(shown(await all(splitLines(chunked(text, size), max)))).toEqual(naive(text, max));
      }),
    );
  });
});

describe('splitRows', () => {
  it('ends records where csv-parse ends them', async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[ab ;]{0,4}$/),
      fc.stringMatching(/^[ab,"\n]{0,6}$/).map((s) => `"${s.replaceAll('"', '""')}"`),
      fc.stringMatching(/^a"b?$/),
    );
    const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tables, sizes, fc.constantFrom('\n', '\r\n'), async (table, size, end) => {
        const text = table.map((row) => `x,${row.join(',')}`).join(end);
        const options = { relax_quotes: true, relax_column_count: true, record_delimiter: end };
        const expected = parse(text, { ...options, skip_empty_lines: true });
        const pieces = await all(splitRows(chunked(text, size), ',', 10_000));
        const rows = pieces.map((piece) => {
          if (piece.kind === 'refused') return piece.reason;
          return parse(Buffer.from(piece.bytes), options)[0];
        });
        expect(rows).toEqual(expected);
      }),
    );
  });

  it('counts lines over records that span several', async () => {
    const pieces = await all(splitRows(chunked('h\n"a\nb"\n\nc\r\n', 2), ',', 100));
    expect(shown(pieces)).toEqual([
      [1, 'h'],
      [2, '"a\nb"'],
      [5, 'c'],
    ]);
  });

  it('refuses one line for each quote left open, and stays quick with thousands', async () => {
    const text = `h\n${'"a\n'.repeat(20_000)}`;
    const pieces = await all(splitRows(chunked(text, 65_536), ',', 1_000_000));
    expect(pieces.filter(({ kind }) => kind === 'refused').length).toBeLessThanOrEqual(50);
    expect(pieces.length).toBeGreaterThan(10_000);
  });

  it('reads on after a record that is too long in the middle of a quote', async () => {
    const text = `h\n"${'a'.repeat(500)}\n${'b'.repeat(10)}\nc\n`;
    const pieces = await all(splitRows(chunked(text, 64), ',', 100));
    expect(shown(pieces)).toContainEqual('line-too-long');
    expect(shown(pieces).at(-1)).toEqual([4, 'c']);
  });
});

describe('delimiterOf', () => {
  it.each<[string, Delimiter]>([
    ['a,b', ','],
    ['a;b', ';'],
    ['a\tb', '\t'],
    ['a', ','],
    ['', ','],
    ['"a,b,c";d', ';'],
  ])('finds in %j %j', (header, delimiter) => {
    expect(delimiterOf(header)).toBe(delimiter);
  });
});

describe('splitValues', () => {
  it('finds every element of a printed list again', async () => {
    const lists = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lists, sizes, fc.constantFrom(0, 2), async (list, size, indent) => {
        const text = JSON.stringify(list, null, indent);
        const pieces = await all(splitValues(chunked(text, size), 1_000_000));
        const values = pieces.map((piece) =>
          piece.kind === 'item' ? JSON.parse(Buffer.from(piece.bytes).toString()) : piece,
        );
        expect(values).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is total, and loses nothing but blanks and commas between values', async () => {
    const noise = fc.array(fc.constantFrom('[', ']', '{', '}', '"', '\\', ',', ' ', '\n', 'a'));
    await fc.assert(
      fc.asyncProperty(noise, sizes, async (parts, size) => {
        const pieces = await all(splitValues(chunked(parts.join(''), size), 1_000_000));
        expect(pieces.length).toBeLessThanOrEqual(parts.length + 1);
      }),
    );
  });

  it('refuses text after the list, and a list that is not closed', async () => {
    const reasons = async (text: string) => shown(await all(splitValues(chunked(text, 3), 1000)));
    expect(await reasons('[1] x')).toEqual([[1, '1'], 'broken-json']);
    expect(await reasons('[1, 2')).toEqual([[1, '1'], [2, '2'], 'broken-json']);
    expect(await reasons('[{"a":1')).toEqual(['broken-json']);
    expect(await reasons('["abc]')).toEqual(['broken-json']);
    expect(await reasons('[')).toEqual(['broken-json']);
  });
});
