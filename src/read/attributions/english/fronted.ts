/**
 * Statements with the content in front of the cue, without marks: "The plan would help, officials
 * said", "…, said Jane Doe", "The plan, he said, would help", "As Doe reported, …".
 */
import { startsFiniteClause } from './clauses.ts';
import { contentFrom, trimEnd } from './content-end.ts';
import type { CueEntry } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { COORDINATORS, DAY_WORDS, RELATIVES, WEEKDAYS } from './function-words.ts';
import type { Page } from './page.ts';
import { withSetting } from './settings.ts';
import { sourceBehind } from './source-behind.ts';
import type { Range } from './verb-groups.ts';

/** The longest content in front, in tokens. */
const LONGEST = 200;
/** Tokens of where and when something is said, behind its speaker. */
const SETTING = 24;

/** Adjectives that open a time. */
const RECENT = new Set('last this next late early'.split(' '));

/** "…, said Jane Doe." and not "Doe, too, said he would". */
export function findInverted(
  page: Page,
  place: number,
  entry: CueEntry,
  cue: Range,
): Draft | undefined {
  const { doc, quoted } = page;
  const group = page.groups[place]!;
  if (!entry.takes.has('quote') || !entry.takes.has('clause')) return undefined;
  if (group.last - group.first !== 1 || group.shape === 'gerund') return undefined;
  const sentence = doc.sentences[group.sentence]!;
  const behind = cue.last;
  if (behind >= sentence.last || doc.tags[behind] === 'SCONJ' || quoted[behind]! >= 0) {
    return undefined;
  }
  const source = invertedSource(page, group.first, behind, sentence);
  if (source === undefined || startsFiniteClause(page, behind, sentence.last)) return undefined;
  const next = source.last;
  const ends = next >= sentence.last || (doc.tokens[next]!.kind === 'mark' && quoted[next]! < 0);
  if (ends) return frontedBy(page, entry, source, cue, cue, sentence);
  // "…, wrote Jane Doe in an open letter, expects …": past where it was written.
  const comma = doc.tags[next] === 'ADP' ? commaBehind(page, next, sentence.last) : undefined;
  if (comma === undefined || source.last - source.first < 2) return undefined;
  return frontedBy(
    page,
    entry,
    { first: source.first, last: source.last },
    cue,
    cue,
    sentence,
    comma,
  );
}

/** The comma or the end behind words without a verb that says something, near `from`. */
function commaBehind({ doc, groups, grouped, quoted }: Page, from: number, end: number) {
  const most = Math.min(end, from + SETTING);
  for (let at = from; at < most; at++) {
    if (doc.tokens[at]!.text === ',') return at;
    if (quoted[at]! >= 0 || groups[grouped[at]!]?.shape === 'finite') return undefined;
  }
  return most === end ? end : undefined;
}

/** The content before a cue that takes none behind it. */
export function findBefore(
  page: Page,
  place: number,
  entry: CueEntry,
  subject: Range | undefined,
  cue: Range,
): Draft | undefined {
  const { doc } = page;
  const group = page.groups[place]!;
  if (group.shape !== 'finite' && group.shape !== 'past') return undefined;
  // "…, a story repeated by nobody": what stands in front is not what was repeated.
  if (group.shape === 'past' && doc.tokens[cue.last]?.lower === 'by') return undefined;
  const sentence = doc.sentences[group.sentence]!;
  if (subject !== undefined && isAside(page, subject, sentence.first)) {
    return findAside(page, entry, subject, cue, sentence);
  }
  if (!entry.takes.has('clause')) return undefined;
  if (subject !== undefined && opensBehindComma(page, subject)) {
    const whole = withSetting(page, cue, sentence.last, true);
    if (!isDone(page, whole.last, sentence.last, entry)) return undefined;
    return frontedBy(page, entry, subject, cue, whole, sentence);
  }
  if (!entry.takes.has('quote')) return undefined;
  const source = invertedSource(page, group.first, cue.last, sentence);
  return source === undefined ? undefined : frontedBy(page, entry, source, cue, cue, sentence);
}

function opensBehindComma({ doc }: Page, { first, last }: Range): boolean {
  if (doc.tokens[first - 1]?.text !== ',') return false;
  return last - first > 1 || !RELATIVES.has(doc.tokens[first]!.lower);
}

/** Whether no object follows: the sentence ends, or only tells when, where or to whom. */
function isDone({ doc, quoted }: Page, at: number, end: number, { takes }: CueEntry): boolean {
  if (at >= end || takes.has('recipient')) return true;
  if (quoted[at]! >= 0) return false;
  const { kind, lower } = doc.tokens[at]!;
  if (kind === 'mark' || WEEKDAYS.has(lower) || DAY_WORDS.has(lower)) return true;
  const tag = doc.tags[at]!;
  return tag === 'ADP' || tag === 'ADV' || tag === 'SCONJ' || tag === 'CCONJ' || RECENT.has(lower);
}

/** Whether a finite verb or a quotation stands in the content, so that it says something. */
function isClause({ groups, grouped, quoted }: Page, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const shape = groups[grouped[i]!]?.shape;
    if (quoted[i]! >= 0 || shape === 'finite' || shape === 'past') return true;
  }
  return false;
}

function invertedSource(page: Page, verb: number, behind: number, sentence: Range) {
  if (verb <= sentence.first || page.doc.tokens[verb - 1]!.text !== ',') return undefined;
  return sourceBehind(page, behind, sentence.last);
}

/** `cue`: the verb; `whole`: with what belongs to the saying. */
function frontedBy(
  page: Page,
  { lemma }: CueEntry,
  source: Range,
  cue: Range,
  whole: Range,
  sentence: Range,
  behind = Math.max(source.last, whole.last),
): Draft | undefined {
  const { doc } = page;
  const comma = Math.min(source.first, cue.first) - 1;
  let { first } = sentence;
  if (comma <= first || comma - first > LONGEST) return undefined;
  const last = trimEnd(page, first, comma);
  while (first < last && COORDINATORS.has(doc.tokens[first]!.lower)) first++;
  if (last - first < 2) return undefined;
  const isSaid = isClause(page, first, last);
  const isSet = behind > Math.max(source.last, whole.last);
  const rest = isSaid && isSet ? [] : restBehind(page, behind, sentence.last);
  if (rest.length === 0 && !isSaid) return undefined;
  return { source, cue: whole, lemma, content: [{ first, last }, ...rest] };
}

/** Whether "as" opens the sentence or stands behind a comma before the subject. */
function isAside({ doc }: Page, subject: Range, first: number): boolean {
  const as = subject.first - 1;
  if (as < first || doc.tokens[as]!.lower !== 'as') return false;
  return as === first || /^(?:,|and|but)$/.test(doc.tokens[as - 1]!.lower);
}

/** "As Doe reported, …" and "…, as Doe put it". */
function findAside(
  page: Page,
  { takes, lemma }: CueEntry,
  source: Range,
  cue: Range,
  { first, last }: Range,
): Draft | undefined {
  if (!takes.has('quote') && !takes.has('clause')) return undefined;
  const as = source.first - 1;
  if (as - first > LONGEST) return undefined;
  const whole = withSetting(page, cue, last, true);
  const content =
    as - first > 1
      ? [{ first, last: trimEnd(page, first, as) }]
      : restBehind(page, whole.last, last);
  const [only] = content;
  if (only === undefined || only.last - only.first < 2) return undefined;
  return { source, cue: whole, lemma, content };
}

/** The content that goes on behind an inserted cue. */
function restBehind(page: Page, behind: number, end: number): Range[] {
  if (page.doc.tokens[behind]?.text !== ',' || behind + 1 >= end) return [];
  const rest = contentFrom(page, undefined, 'clause', behind + 1, end);
  return rest === undefined ? [] : [rest];
}
