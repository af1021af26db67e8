/**
 * Sentence boundaries by punctuation and the abbreviations of a language. Linear.
 *
 * A sentence ends at `.`, `!`, `?` or `…` with the quotes and brackets that close there, if white
 * space follows and then no lower-case letter; at a line break; never after a known abbreviation
 * ("EE. UU.", "г.", "Gen."), a single initial, or within a number.
 */
import type { Span } from '../domain/span.ts';

const ABBREVIATIONS = new Set(
  // English
  (
    'mr mrs ms dr prof gen col lt sgt capt cmdr adm maj rep sen gov pres st jr sr vs etc inc ltd co corp vol jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m ' +
    // Spanish, Portuguese, French, German
    'sr sra srta dra ud uds lic ing arq mtro gral cnel tte cap sto sta ee uu ee.uu av avda ej p.ej aprox depto dpto mm bzw usw z.b ca nr hr fr mme mlle ' +
    // Russian, Ukrainian
    'г гг в вв им т.е т.д т.п т.к др пр стр ул д кв корп обл р руб коп тыс млн млрд трлн см акад проф ген полк гр гос св н.э рр ст тис'
  ).split(' '),
);

/** Abbreviations of what is numbered: "No. 5", but "… que no." ends a sentence. */
const NUMBERED = new Set('no nº núm nr vol fig art pág págs p pp'.split(' '));

const END = /(?<![.!?…。！？])[.!?…。！？]+["'”’»)\]]*(?=\s|$)|\n+/gu;
const LAST_WORD = /[\p{L}.]+$/u;
const LOWER_NEXT = /^\s*["'“«(]*\p{Ll}/u;

/** The sentences of a text as spans without the white space around them, in order. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let begin = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0][0] !== '\n' && goesOn(text, match.index, match[0], end)) continue;
    pushTrimmed(sentences, text, begin, end);
    begin = end;
  }
  pushTrimmed(sentences, text, begin, text.length);
  return sentences;
}

/** Whether the sentence goes on behind the mark at `at`. */
function goesOn(text: string, at: number, mark: string, end: number): boolean {
  if (LOWER_NEXT.test(text.slice(end, end + 12)) && !text.slice(end).startsWith('\n')) return true;
  if (mark !== '.') return false;
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - 20), at))?.[0];
  if (word === undefined) return false;
  const isInitial = word.length === 1 && word !== word.toLowerCase();
  const lower = word.toLowerCase();
  if (NUMBERED.has(lower)) return /^\s*\p{N}/u.test(text.slice(end, end + 8));
  return isInitial || ABBREVIATIONS.has(lower);
}

function pushTrimmed(sentences: Span[], text: string, from: number, to: number): void {
  let begin = from;
  let end = to;
  while (begin < end && /\s/.test(text[begin]!)) begin++;
  while (end > begin && /\s/.test(text[end - 1]!)) end--;
  if (end > begin) sentences.push({ begin, end });
}
