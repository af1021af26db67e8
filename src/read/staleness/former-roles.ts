/** Roles that a text calls former ones: "the former head of", "exembajador", "left the post". */
import type { ReadLanguage, StalenessCue } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { WordTest } from '../attributions/speech.ts';
import type { Tag } from '../tagging/tagged.ts';
import { tokenRange } from '../token-range.ts';
import { cueAt, type StaleClass, type StaleTask } from './stale-lexicon.ts';

/** Words between "former" and the office: "former senior CIA operations officer". */
const OFFICE_REACH = 6;
/** Words between an office and "retirado" behind it. */
const BEHIND_REACH = 3;
/** Prefixes of an office no longer held, and the letters with which they begin. */
const EX = /^(?:ex|экс|then)-?(?=\p{L}{4})/u;
const EX_LETTERS = new Set(['e', 'э', 't']);
/** What may stand between "former" and the office. */
const MODIFIERS: Readonly<Record<ReadLanguage, ReadonlySet<Tag>>> = {
  en: new Set(['ADJ', 'NOUN', 'PROPN', 'X', 'ADV', 'NUM']),
  es: new Set(['ADJ', 'X']),
  ru: new Set(['ADJ', 'X']),
};

/** Every role that the text calls a former one, and the words that somebody left one. */
export function formerRoles(task: StaleTask): StalenessCue[] {
  const { document, attributions, marks } = task;
  const cues: StalenessCue[] = [];
  for (const { kind, first, last } of marks.hits) {
    if (kind === 'left') cues.push(cueAt(task, 'former-role', first, last));
    const office = officeOf(task, kind, first, last);
    if (office !== undefined) cues.push(cueAt(task, 'former-role', ...office));
  }
  for (const [at, { lower }] of document.tokens.entries()) {
    if (isExOffice(lower, task.isOffice)) cues.push(cueAt(task, 'former-role', at, at + 1));
  }
  for (const { role } of attributions) {
    if (role?.former !== true || !saysFormer(task, role.span)) continue;
    cues.push({ kind: 'former-role', span: role.span, text: role.text });
  }
  return cues;
}

/** Whether a role itself holds a word for "former": "who led the service until 2020" holds none. */
function saysFormer({ document, marks, isOffice }: StaleTask, span: Span): boolean {
  const [first, last] = tokenRange(document.tokens, span);
  for (let at = first; at < last; at++) {
    if (FORMER.some((kind) => marks.is(at, kind))) return true;
    if (isExOffice(document.tokens[at]!.lower, isOffice)) return true;
  }
  return false;
}
const FORMER: readonly StaleClass[] = ['former', 'then', 'formerAfter', 'left'];

/** "ex-minister", "exembajador", "экс-глава", "then-ambassador". */
function isExOffice(lower: string, isOffice: WordTest): boolean {
  if (!EX_LETTERS.has(lower[0]!)) return false;
  const bare = lower.replace(EX, '');
  return bare.length < lower.length && isOffice(bare);
}

/** The tokens from a word for "former" to the office that it is said of. */
function officeOf(
  task: StaleTask,
  kind: StaleClass,
  first: number,
  last: number,
): [number, number] | undefined {
  if (kind === 'formerAfter') return officeBefore(task, first, last);
  if (kind !== 'former' && kind !== 'then') return undefined;
  // "the then minister"; elsewhere "then" is an adverb.
  const led = task.document.tags[first - 1];
  if (kind === 'then' && led !== 'DET' && led !== 'ADP') return undefined;
  const office = officeBehind(task, last, kind === 'then' ? 2 : OFFICE_REACH);
  return office === undefined ? undefined : [first, office + 1];
}

/** "general uruguayo retirado". */
function officeBefore(task: StaleTask, first: number, last: number): [number, number] | undefined {
  const { tokens, tags, language } = task.document;
  for (let at = first - 1; at >= Math.max(0, first - BEHIND_REACH); at--) {
    if (task.isOffice(tokens[at]!.lower)) return [at, last];
    if (!MODIFIERS[language].has(tags[at]!)) return undefined;
  }
  return undefined;
}

/** The place of the office behind a word for "former", with nothing but modifiers between. */
function officeBehind(
  { document, isOffice }: StaleTask,
  from: number,
  reach: number,
): number | undefined {
  const sentence = document.tokens[from - 1]!.sentence;
  for (let at = from; at < from + reach; at++) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== sentence) return undefined;
    if (isOffice(token.lower)) return at;
    const tag = document.tags[at]!;
    const possessive = /^['’]s$/u.test(token.text);
    if (!possessive && !MODIFIERS[document.language].has(tag)) return undefined;
  }
  return undefined;
}
