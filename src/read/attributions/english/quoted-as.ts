/**
 * Whom another one hands on: "X was quoted (by Y) as saying that …", "…, X was quoted as saying by Y",
 * "Y quoted X as saying …", "Y learned from X that …". X says it, and Y is the relay.
 */
import { contentFrom, trimEnd } from './content-end.ts';
import { contentBehind } from './contents.ts';
import type { CueEntry } from './cue-words.ts';
import type { Draft } from './draft.ts';
import type { Page } from './page.ts';
import { sourceBehind } from './source-behind.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

const HANDED = /^(?:quot|cit|report|record|hear|paraphras)/;
const LEARNED = /^(?:learn|hear|underst|find|found|establish)/;
/** Words between "learned" and its "from". */
const LEARNED_REACH = 2;
/** Tokens of an apposition before "as saying". */
const DESCRIPTION = 12;
/** The longest content in front, in tokens. */
const LONGEST = 200;

/** The statement of a verb group by which somebody hands on what another says. */
export function findHanded(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const group = page.groups[place]!;
  const { lower } = page.doc.tokens[group.head]!;
  if (HANDED.test(lower)) {
    return group.passive ? wasQuoted(page, place, subjectOf) : quotes(page, place, subjectOf);
  }
  return LEARNED.test(lower) && !group.passive ? learned(page, place, subjectOf) : undefined;
}

/** Whether a verb group is the "saying" of "quoted X as saying". */
export function isHandedOn({ doc, groups }: Page, place: number): boolean {
  const group = groups[place]!;
  const before = groups[place - 1];
  if (group.shape !== 'gerund' || before?.sentence !== group.sentence) return false;
  return doc.tokens[group.first - 1]!.lower === 'as' && HANDED.test(doc.tokens[before.head]!.lower);
}

/** "X was quoted by Y as saying": X is the subject. */
function wasQuoted(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const group = page.groups[place]!;
  const { last: end } = page.doc.sentences[group.sentence]!;
  const agent = agentAt(page, group.last, end);
  const saying = sayingNear(page, agent?.last ?? group.last, end);
  const source = subjectOf(place);
  if (saying === undefined || source === undefined) return undefined;
  const through = agent ?? agentAt(page, saying.last, end);
  const content = saidBehind(page, saying, end) ?? saidBefore(page, source.first);
  if (content === undefined) return undefined;
  return { source, through, cue: { first: group.first, last: group.last }, lemma: 'say', content };
}

/** "Y quoted X as saying": X is the object. */
function quotes(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const group = page.groups[place]!;
  const { last: end } = page.doc.sentences[group.sentence]!;
  const source = sourceBehind(page, group.last, end);
  if (source === undefined) return undefined;
  const comma = page.doc.tokens[source.last]?.text === ',' ? 1 : 0;
  const saying = sayingAt(page, source.last + comma, end);
  if (saying === undefined) return undefined;
  const through = subjectOf(place);
  const content = saidBehind(page, saying, end) ?? saidBefore(page, through?.first ?? group.first);
  if (content === undefined) return undefined;
  return {
    source,
    through: withoutQuote(page, through),
    cue: { first: group.first, last: group.last },
    lemma: 'say',
    content,
  };
}

/** A subject that a quotation in front was taken into. */
function withoutQuote({ quoted }: Page, range: Range | undefined): Range | undefined {
  if (range === undefined) return undefined;
  let { first } = range;
  while (first < range.last - 1 && quoted[first]! >= 0) first++;
  return { first, last: range.last };
}

/** "Y has learned from X that …". */
function learned(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const { doc } = page;
  const group = page.groups[place]!;
  const { last: end } = doc.sentences[group.sentence]!;
  let from = group.last;
  while (from < end && from - group.last < LEARNED_REACH && doc.tags[from] === 'ADV') from++;
  if (from >= end || doc.tokens[from]!.lower !== 'from') return undefined;
  const source = sourceBehind(page, from + 1, end);
  if (source === undefined) return undefined;
  let that = source.last;
  while (that < end && that - source.last < LONGEST && !isThat(page, that)) {
    if (page.quoted[that]! >= 0 || /^[;:]$/.test(doc.tokens[that]!.text)) return undefined;
    that++;
  }
  if (that >= end) return undefined;
  const content = contentFrom(page, group, 'clause', that, end);
  if (content === undefined) return undefined;
  const through = subjectOf(place);
  return {
    source,
    through,
    cue: { first: group.first, last: from + 1 },
    lemma: 'say',
    content: [content],
  };
}

const isThat = ({ doc }: Page, at: number): boolean =>
  doc.tokens[at]!.lower === 'that' && doc.tags[at] === 'SCONJ';

/** "as saying" at `from`, or behind what describes the one who quotes. */
function sayingNear(page: Page, from: number, end: number): Saying | undefined {
  for (let at = from; at < Math.min(end, from + DESCRIPTION); at++) {
    const group = page.groups[page.grouped[at]!];
    if (page.quoted[at]! >= 0 || group?.shape === 'finite') return undefined;
    const saying = sayingAt(page, at, end);
    if (saying !== undefined) return saying;
    if (at === from && page.doc.tokens[at]!.text !== ',') return undefined;
  }
  return undefined;
}

interface Saying extends Range {
  readonly entry: CueEntry;
}

/** "as saying" at `at`: the verb of saying, and what it takes. */
function sayingAt({ doc, words }: Page, at: number, end: number): Saying | undefined {
  if (at + 1 >= end || doc.tokens[at]!.lower !== 'as') return undefined;
  const verb = words.verbs.get(doc.tokens[at + 1]!.lower);
  if (verb?.shape !== 'gerund' || verb.plain === undefined) return undefined;
  return { first: at, last: at + 2, entry: verb.plain };
}

function saidBehind(page: Page, { last, entry }: Saying, end: number): Range[] | undefined {
  if (page.doc.tokens[last]?.lower === 'by') return undefined;
  const begun = contentBehind(page, last, end, entry);
  const content = begun && contentFrom(page, undefined, begun.kind, begun.first, end);
  return content === undefined ? undefined : [content];
}

/** What stands in front, behind no more than a comma. */
function saidBefore(page: Page, before: number): Range[] | undefined {
  const { doc, quoted } = page;
  const token = doc.tokens[before];
  if (token === undefined) return undefined;
  const { first } = doc.sentences[token.sentence]!;
  const isParted = doc.tokens[before - 1]?.text === ',' || (quoted[before - 1] ?? -1) >= 0;
  if (!isParted || before - first > LONGEST) return undefined;
  const last = trimEnd(page, first, before);
  return last - first > 1 ? [{ first, last }] : undefined;
}

/** By whom: the phrase behind "by". */
function agentAt(page: Page, at: number, end: number): Range | undefined {
  if (at >= end || page.doc.tokens[at]!.lower !== 'by') return undefined;
  return sourceBehind(page, at + 1, end);
}
