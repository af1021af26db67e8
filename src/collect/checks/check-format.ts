/** What a source of fact-checks is: told by how its text begins, its name only where that is open. */
import { delimiterOf } from '../rows.ts';
import { headerOf } from '../table.ts';
import { layoutOf, layoutsWanted } from './layouts.ts';

export type CheckFormat = 'page' | 'json' | 'json-lines' | 'table';

/** Something else: in one sentence what was looked for, and what to do. */
export interface NotChecks {
  readonly kind: 'unknown-format' | 'no-header';
  readonly wrong: string;
}

const WANTED =
  'ClaimReview as JSON-LD (in .json, .jsonl or a web page), a Data Commons feed, an answer of the Google Fact Check Tools API, or a table or JSON Lines with known columns';

/** The form of a source whose unzipped bytes begin with `head`, decoded. */
export function checkFormat(name: string, head: string): CheckFormat | NotChecks {
  const text = head.trimStart();
  if (isBinary(head)) return unknown('it is no text');
  if (text.startsWith('<')) {
    return /<(?:!doctype html|html|head|body|script|meta|div|article)[\s>]/i.test(text)
      ? 'page'
      : unknown('it is XML, but no web page');
  }
  if (/^[[{]/.test(text)) return jsonFormat(name, text);
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) return 'json-lines';
  const header = text.split('\n', 1)[0] ?? '';
  const columns = headerOf(header.trimEnd(), delimiterOf(header));
  if (layoutOf(columns) !== undefined) return 'table';
  const found = columns.slice(0, 8).join(', ').slice(0, 120);
  const wrong = `its first row (${found}) has not the columns of any table that is read here: ${layoutsWanted()}. Looked for: ${WANTED}. Add a header with at least "claim".`;
  return { kind: 'no-header', wrong };
}

function unknown(what: string): NotChecks {
  return { kind: 'unknown-format', wrong: `${what}. Looked for: ${WANTED}.` };
}

/** `.json` files often hold one value a line; read so, a broken line costs no more than itself. */
function jsonFormat(name: string, text: string): CheckFormat {
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) return 'json-lines';
  if (text.startsWith('[')) return 'json';
  const end = text.indexOf('\n');
  if (end < 0) return 'json';
  try {
    JSON.parse(text.slice(0, end));
    return 'json-lines';
  } catch {
    return 'json';
  }
}

function isBinary(head: string): boolean {
  const sample = head.slice(0, 4096);
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 0x20 && !(code >= 0x08 && code <= 0x0d) && code !== 0x1b) || code === 0xfffd) odd++;
  }
  return odd * 20 > sample.length || sample.startsWith('%PDF-');
}
