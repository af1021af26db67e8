/** Statements with the content behind the verb: "said that …", "told reporters …", "opposes …". */
import { chainStart, isLinked } from './chains.ts';
import { contentFrom } from './content-end.ts';
import { type Begun, contentBehind } from './contents.ts';
import { entryOf } from './cue-entries.ts';
import type { CueEntry } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { findBefore, findInverted } from './fronted.ts';
import { ARTIFACTS, EVIDENCE } from './function-words.ts';
import type { Page } from './page.ts';
import { basePhraseAt } from './phrase-at.ts';
import { withSetting } from './settings.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

/** Tokens between a verb of giving out and what is given out with its own verb. */
const GIFT = 8;

/** The statement of which the verb group at `place` is the cue, its content behind or before it. */
export function findByVerb(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const group = page.groups[place]!;
  const found = entryOf(page, place);
  if (found === undefined || group.passive) return undefined;
  const { entry, last } = found;
  const { last: end } = page.doc.sentences[group.sentence]!;
  const start = chainStart(page, place, (other) => takesInfinitive(page, other));
  // The infinitive that another cue takes is in that one's content.
  if (page.groups[start]!.shape === 'infinitive' && isLinked(page, start)) return undefined;
  const giver = giverOf(page, start);
  const source = subjectOf(giver ?? start);
  const { first } = page.groups[giver ?? start]!;
  const verb = { first, last };
  const inverted = findInverted(page, place, entry, verb);
  if (inverted !== undefined) return inverted;
  const begun =
    contentBehind(page, last, end, entry) ?? shownBehind(page, last, end, entry, source);
  if (begun === undefined) return findBefore(page, place, entry, source, verb);
  const content = contentFrom(page, group, begun.kind, begun.first, end);
  if (source === undefined || content === undefined) return undefined;
  const cue =
    begun.led === undefined
      ? withSetting(page, verb, begun.first, false)
      : { first, last: begun.led };
  return { source, cue, lemma: entry.lemma, content: [content] };
}

function takesInfinitive(page: Page, place: number): boolean {
  return entryOf(page, place)?.entry.takes.has('infinitive') ?? false;
}

/** Who gives out what says something: "she released a statement saying …". The place of "released". */
function giverOf({ doc, groups, quoted }: Page, place: number): number | undefined {
  const group = groups[place]!;
  const giver = groups[place - 1];
  if (group.shape !== 'gerund' || giver?.sentence !== group.sentence) return undefined;
  const behind = group.first - giver.last;
  if (behind < 1 || behind > GIFT || giver.bare || giver.passive) return undefined;
  let gives = false;
  for (let i = giver.last; i < group.first; i++) {
    if (quoted[i]! >= 0 || doc.tokens[i]!.kind === 'mark') return undefined;
    if (ARTIFACTS.has(doc.tokens[i]!.lower)) gives = true;
  }
  return gives ? place - 1 : undefined;
}

/** What a poll or a report shows. */
function shownBehind(
  page: Page,
  behind: number,
  end: number,
  { takes }: CueEntry,
  source: Range | undefined,
): Begun | undefined {
  if (source === undefined || !takes.has('evidence') || behind >= end) return undefined;
  const named = page.doc.tokens.slice(source.first, source.last);
  if (!named.some(({ lower }) => EVIDENCE.has(lower))) return undefined;
  if (basePhraseAt(page, behind, end) === undefined) return undefined;
  return { kind: 'clause', first: behind, led: undefined };
}
