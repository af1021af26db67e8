/** Plain text tables: the first column to the left, the others to the right. */

/** Lines of equal columns under `header`; cells are cut nowhere. Ends without a newline. */
export function drawTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...all.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        const gap = ' '.repeat(width - [...cell].length);
        return column === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd();
  return [
    line(header),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map(line),
  ].join('\n');
}

/** A fraction with four digits; a dash for what could not be measured. */
export function fraction(value: number | null): string {
  return value === null || Number.isNaN(value) ? '–' : value.toFixed(4);
}
