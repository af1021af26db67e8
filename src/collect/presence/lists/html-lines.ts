/**
 * The lines of a directory in HTML: a block is a line, the cells of a row are parts of one, and the
 * way a line is set is its tag with its class. Linear in the length of the page.
 */
import { Parser } from 'htmlparser2';
import type { ListLine } from './headings.ts';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code em font i img kbd mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'nav']);

/** The lines of a page in the order of its source; all of page 1. Never throws. */
export function htmlLines(html: string): readonly ListLine[] {
  const lines: ListLine[] = [];
  const styles: string[] = [];
  let text = '';
  let style = '';
  let unread = 0;
  const end = (): void => {
    const shown = text.replace(/\s+/g, ' ').replace(/^[ |]+|(?<![ |])[ |]+$/g, '');
    if (shown !== '') lines.push({ page: 1, style, text: shown });
    text = '';
    style = styles.at(-1) ?? '';
  };
  const parser = new Parser(
    {
      onopentag(name, { class: given = '' }) {
        if (UNREAD.has(name)) unread++;
        if (INLINE.has(name)) return;
        if (CELLS.has(name)) text += ' | ';
        else if (name === 'br') end();
        else {
          end();
          styles.push(`${name}.${given}`);
          style = styles.at(-1)!;
        }
      },
      ontext(part) {
        if (unread === 0) text += part;
      },
      onclosetag(name) {
        if (UNREAD.has(name)) unread--;
        if (INLINE.has(name) || CELLS.has(name) || name === 'br') return;
        end();
        styles.pop();
        style = styles.at(-1) ?? '';
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  end();
  return lines;
}
