/**
 * Small PDF files for tests: pages of positioned text in Helvetica, written out uncompressed (ISO
 * 32000-1, 7.5 and 9.4). Characters beyond ASCII go by an encoding of differences, 127 of them.
 */

/** A text on a page: the left end of its baseline, in points from the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In points; 10 where absent. */
  readonly size?: number;
  readonly bold?: boolean;
  /** Goes on where the text ends, in the other weight. */
  readonly rest?: string;
}

/** A4. */
const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 60;
const LEADING = 14;
const GUTTER = 20;

/** The bytes of a file with these pages; `rotate` turns them all, by 0, 90, 180 or 270 degrees. */
export function writePdf(pages: readonly (readonly Placed[])[], rotate = 0): Uint8Array {
  const codes = codesOf(pages);
  const differences = [...codes].map(([char, code]) => `${code} /${glyphName(char)}`).join(' ');
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >> >>`;
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((placed, i) => {
      const content = placed.map((one) => shown(one, codes)).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /Rotate ${rotate} /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return Buffer.from(withTable(objects), 'latin1');
}

/** Where a list is set: lines, top to bottom, in one or two columns of A4. */
export function setInColumns(
  lines: readonly { readonly text: string; readonly bold?: boolean }[],
  columns: number,
): readonly (readonly Placed[])[] {
  const each = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);
  const step = (WIDTH - 2 * MARGIN + GUTTER) / columns;
  const pages: Placed[][] = [];
  lines.forEach((line, i) => {
    const column = Math.floor(i / each);
    const page = Math.floor(column / columns);
    pages[page] ??= [];
    pages[page].push({
      ...line,
      // A column of Helvetica at 6 points holds 50 characters and more.
      size: columns === 1 ? 10 : 6,
      x: MARGIN + (column % columns) * step,
      y: HEIGHT - MARGIN - (i % each) * LEADING,
    });
  });
  return pages;
}

function codesOf(pages: readonly (readonly Placed[])[]): ReadonlyMap<string, number> {
  const texts = pages.flat().map(({ text, rest = '' }) => text + rest);
  const chars = new Set(texts.flatMap((text) => [...text].filter((c) => c > '~')));
  return new Map([...chars].map((char, i) => [char, 128 + i]));
}

function glyphName(char: string): string {
  return `uni${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function shown(
  { text, x, y, size = 10, bold = false, rest = '' }: Placed,
  codes: ReadonlyMap<string, number>,
): string {
  const written = (part: string): string =>
    [...part]
      .map((char) => String.fromCharCode(codes.get(char) ?? char.charCodeAt(0)))
      .join('')
      .replace(/[\\()]/g, '\\$&');
  const font = (heavy: boolean): string => `/${heavy ? 'F2' : 'F1'} ${size} Tf`;
  const after = rest === '' ? '' : ` ${font(!bold)} (${written(rest)}) Tj`;
  return `BT ${font(bold)} 1 0 0 1 ${x} ${y} Tm (${written(text)}) Tj${after} ET`;
}

/** Objects, the table of their places, and the trailer. */
function withTable(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
