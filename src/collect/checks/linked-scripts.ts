/** The JSON-LD scripts of a page, whatever their size: some checkers publish thousands of checks on one. */
import { Parser } from 'htmlparser2';

/** The contents of `<script type="application/ld+json">`, in order. Linear in the page. */
export function linkedScripts(html: string): string[] {
  const scripts: string[] = [];
  let pieces: string[] | undefined;
  const parser = new Parser(
    {
      onopentag: (name, { type = '' }) => {
        if (name === 'script' && /ld\+json/i.test(type)) pieces = [];
      },
      ontext: (text) => {
        pieces?.push(text);
      },
      onclosetag: (name) => {
        if (name !== 'script' || pieces === undefined) return;
        scripts.push(pieces.join(''));
        pieces = undefined;
      },
    },
    { decodeEntities: false },
  );
  parser.write(html);
  parser.end();
  return scripts;
}
