/**
 * Where a sentence quotes: the words between “…”, «…», „…”, ‘…’ and "…". Marks inside a quotation are part of
 * it. O(length): the first mark without another end ends the search.
 */

/** Units `[begin, end)` of the words between the marks, without the marks. */
interface Quotation {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
}

interface Quotations {
  readonly found: readonly Quotation[];
  /** Whether a mark is left that has no other end. */
  readonly open: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '"': '"',
  "'": "'",
};
const STRAY = '”»›';
const LETTER = /[\p{L}\p{N}]/u;

/** All quotations of a sentence, the outermost ones only, in reading order. */
export function quotationsOf(sentence: string): Quotations {
  const found: Quotation[] = [];
  let open = false;
  let noSingle = false;
  for (let i = 0; i < sentence.length && !open; i++) {
    const mark = sentence[i]!;
    const closers = CLOSERS[mark];
    if (closers === undefined) {
      if (STRAY.includes(mark)) open = true;
      continue;
    }
    // An apostrophe opens nothing: "the desk's", "l'État".
    if (mark === "'" && (noSingle || isLetter(sentence[i - 1]))) continue;
    const end = closing(sentence, i + 1, mark, closers);
    if (end === undefined) {
      if (mark === "'") noSingle = true;
      else open = true;
      continue;
    }
    found.push({ begin: i + 1, end, text: sentence.slice(i + 1, end) });
    i = end;
  }
  return { found, open };
}

function closing(
  sentence: string,
  from: number,
  mark: string,
  closers: string,
): number | undefined {
  const single = mark === "'" || mark === '‘';
  let depth = 1;
  for (let i = from; i < sentence.length; i++) {
    const at = sentence[i]!;
    if (at === mark && !closers.includes(at)) depth++;
    if (!closers.includes(at)) continue;
    // A single mark between letters is an apostrophe inside the quotation.
    if (single && isLetter(sentence[i + 1])) continue;
    depth--;
    if (depth === 0) return i;
  }
  return undefined;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}
