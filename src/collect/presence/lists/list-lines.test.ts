import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDiplomaticList } from './diplomatic-list.ts';
import { missionLines } from './invented-list.fixture.ts';
import { listLines } from './list-lines.ts';
import { type Placed, setInColumns, writePdf } from './pdf.fixture.ts';

const STATES = [
  'ALBANIA',
  'BELIZE',
  'CHILE',
  'ESTONIA',
  'FIJI',
  'GHANA',
  'HAITI',
  'JAPAN',
  'KENYA',
];

async function counts(bytes: Uint8Array) {
  const read = await listLines(bytes);
  if (!read.ok) throw new Error(read.reason);
  return readDiplomaticList(read.lines).missions.map(({ line, page, ...counted }) => counted);
}

const asHtml = (lines: readonly { text: string; bold: boolean }[]): Uint8Array =>
  Buffer.from(
    lines.map(({ text, bold }) => (bold ? `<h2>${text}</h2>` : `<p>${text}</p>`)).join('\n'),
  );

/** Heads and diplomats by state. */
async function numbers(pages: readonly (readonly Placed[])[]) {
  return (await counts(writePdf(pages))).map((m) => [m.sender, m.heads, m.diplomats]);
}

test('the same list in HTML and in PDF, in one column and in two, counts the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      // More lines than one column holds, by as many as show that there is a second.
      fc.array(fc.tuple(fc.constantFrom(...STATES), fc.integer({ min: 4, max: 12 })), {
        minLength: 6,
        maxLength: 20,
      }),
      async (missions) => {
        const lines = missions.flatMap(([state, more]) =>
          missionLines(state, more).map((text, i) => ({ text, bold: i === 0 })),
        );
        const expected = await counts(asHtml(lines));
        expect(await counts(writePdf(setInColumns(lines, 1)))).toEqual(expected);
        expect(await counts(writePdf(setInColumns(lines, 2)))).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
});

describe('PDF lists', () => {
  const people = (x: number, top: number, state: string, more: number): Placed[] =>
    missionLines(state, more).map((text, i) => ({
      text,
      x,
      y: top - 14 * i,
      size: 6,
      bold: i === 0,
    }));

  test('a table of names and ranks is read by rows, though it has a gutter', async () => {
    const page = (from: number): Placed[] =>
      STATES.slice(from, from + 3).flatMap((text, m) => {
        const top = 780 - 240 * m;
        const rows = ['Ambassador', 'Counsellor', 'First Secretary', 'Attaché'].flatMap(
          (rank, i) => [
            { text: `Mr Abel QUORRIN ${'I'.repeat(i + 1)}`, x: 60, y: top - 20 * (i + 1) },
            { text: rank, x: 320, y: top - 20 * (i + 1) },
          ],
        );
        return [{ text, x: 60, y: top, bold: true }, ...rows];
      });
    expect(await numbers([page(0), page(3)])).toEqual(
      STATES.slice(0, 6).map((_, i) => [['AL', 'BZ', 'CL', 'EE', 'FJ', 'GH'][i], 1, 4]),
    );
  });

  test('columns whose lines do not stand at one height; a title over both', async () => {
    const page = [
      { text: 'INVENTED LIST OF THE MISSIONS ACCREDITED TO A STATE', x: 120, y: 800, size: 14 },
      ...people(60, 770, 'ALBANIA', 8),
      ...people(60, 450, 'BELIZE', 5),
      ...people(310, 766, 'CHILE', 9),
      ...people(310, 430, 'ESTONIA', 6),
    ];
    expect(await numbers([page])).toEqual([
      ['AL', 1, 9],
      ['BZ', 1, 6],
      ['CL', 1, 10],
      ['EE', 1, 7],
    ]);
  });

  test('running titles, numbers of pages, and a mission over three pages', async () => {
    const rank = (i: number): string => ['Counsellor', 'Attaché', 'Third Secretary'][i % 3]!;
    const page = (n: number, lines: readonly string[], title: string): Placed[] => [
      { text: 'Invented List, May 2024', x: 60, y: 810 },
      { text: title, x: 480, y: 810, bold: true },
      ...lines.map((text, i) => ({
        ...{ text, x: 60, y: 770 - 14 * i },
        bold: STATES.includes(text),
      })),
      { text: `– ${n} –`, x: 290, y: 30 },
    ];
    const more = (from: number) =>
      Array.from({ length: 10 }, (_, i) => [`Ms Berta VELDOZ ${from + i}`, rank(i)]).flat();
    const pages = [
      page(1, missionLines('ALBANIA', 10), 'ALBANIA'),
      page(2, more(20), 'ALBANIA'),
      // A title that names the last mission of the page, which does not begin it.
      page(3, [...more(40), ...missionLines('BELIZE', 3)], 'BELIZE'),
      page(4, [...more(60), ...missionLines('CHILE', 2)], 'CHILE'),
    ];
    expect(await numbers(pages)).toEqual([
      ['AL', 1, 31],
      ['BZ', 1, 14],
      ['CL', 1, 3],
    ]);
  });

  test('missions that each begin a page keep their headings and their heads', async () => {
    const pages = STATES.slice(0, 6).map((state, i) => [
      ...missionLines(state, i).map((text, n) => ({ text, x: 60, y: 790 - 14 * n, bold: n === 0 })),
    ]);
    // A table of contents names them all before.
    const contents = STATES.map((text, i) => ({ text, x: 60, y: 700 - 14 * i }));
    expect(await numbers([contents, ...pages])).toEqual(
      ['AL', 'BZ', 'CL', 'EE', 'FJ', 'GH'].map((code, i) => [code, 1, i + 1]),
    );
  });

  test('a gutter of one letter’s width, and a justified line with wide spaces', async () => {
    const page = (x: number): Placed[] => [
      ...people(x, 780, x < 100 ? 'ALBANIA' : 'CHILE', 9),
      ...people(x, 400, x < 100 ? 'BELIZE' : 'ESTONIA', 6),
    ];
    // At 6 points the longest line is about 128 wide: the second column begins 6 points after it.
    const justified = ['First', 'Secretary', '(Political'].map((text, i) => ({
      ...{ text, x: [60, 88, 139][i]!, y: 136, size: 10 },
    }));
    const added = [{ text: 'Mr Gil RAVANESCO', x: 60, y: 150, size: 6 }, ...justified];
    expect(await numbers([[...page(60), ...added, ...page(194)]])).toEqual([
      ['AL', 1, 10],
      ['BZ', 1, 8],
      ['CL', 1, 10],
      ['EE', 1, 7],
    ]);
  });

  test('words cut at the end of a line', async () => {
    const lines = [
      'Mr Abel QUORRIN',
      'Ambassa-',
      'dor',
      'Ms Berta VELDOZ',
      'Minister-',
      'Counsellor',
    ];
    const page = ['ALBANIA', ...lines, 'BELIZE', ...lines].map((text, i) => ({
      ...{ text, x: 60, y: 790 - 14 * i },
      bold: STATES.includes(text),
    }));
    const read = await listLines(writePdf([page]));
    expect(read.ok && read.lines.map(({ text }) => text).slice(0, 5)).toEqual([
      ...['ALBANIA', 'Mr Abel QUORRIN', 'Ambassador', 'Ms Berta VELDOZ', 'Minister-Counsellor'],
    ]);
    expect(await numbers([page])).toEqual([
      ['AL', 1, 2],
      ['BZ', 1, 2],
    ]);
  });

  test('what a browser’s print writes: words in pieces, a date above, a path below', async () => {
    const pages = STATES.slice(0, 4).map((state, n) => [
      { text: '11/23/26, 12:50 AM', x: 24, y: 819, size: 8 },
      ...missionLines(state, 3).flatMap((text, i): Placed[] => {
        // A ligature, or bold type within a line, parts a text into runs without a gap.
        const at = { y: 790 - 14 * i, x: 34 };
        const middle = Math.floor(text.length / 2);
        return i === 0
          ? [{ ...at, text, size: 13, bold: true }]
          : [{ ...at, text: text.slice(0, middle), rest: text.slice(middle) }];
      }),
      { text: 'https://list.example/', x: 24, y: 17, size: 8 },
      { text: `${n + 1}/4`, x: 558, y: 17, size: 8 },
    ]);
    const read = await listLines(writePdf(pages));
    const lines = read.ok ? read.lines : [];
    expect(lines.map(({ text }) => text)).toEqual(
      STATES.slice(0, 4).flatMap((state) => missionLines(state, 3)),
    );
  });
});

describe('listLines', () => {
  test('goes by the bytes', async () => {
    const pdf = writePdf([[{ text: 'Fiji', x: 60, y: 800 }]]);
    const late = Buffer.concat([Buffer.from('\n\n'), pdf]);
    expect(await listLines(pdf)).toMatchObject({ ok: true, mediaType: 'application/pdf' });
    expect(await listLines(late)).toMatchObject({ ok: true, mediaType: 'application/pdf' });
    expect(await listLines(Buffer.from('<p>%PDF-1.4</p>'))).toMatchObject({
      ok: true,
      mediaType: 'text/html',
      lines: [{ text: '%PDF-1.4' }],
    });
    expect(await listLines(Buffer.from('%PDF-1.4 and nothing else'))).toMatchObject({ ok: false });
    expect(await listLines(new Uint8Array())).toMatchObject({ ok: true, lines: [] });
  });
});
