/** Somebody is sure, worried, willing: "is confident that …", "was opposed to …". */
import { contentFrom } from './content-end.ts';
import { contentBehind } from './contents.ts';
import type { CueEntry } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { QUESTION_WORDS } from './function-words.ts';
import type { Page } from './page.ts';
import type { Subjects } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Verbs besides "be" that tell in what state somebody is. */
const COPULAS = new Set('seem appear feel become remain sound look grow get'.split(' '));
/** Adverbs between the verb and the adjective. */
const ADVERBS = 4;
const IMPERSONAL = new Set(['it', 'there', 'that', 'this', 'what']);

export function findState(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const { doc } = page;
  const group = page.groups[place]!;
  const at = stateAt(page, group);
  if (at === undefined) return undefined;
  const entry = page.words.adjectives.get(doc.tokens[at]!.lower)!;
  const { last: end } = doc.sentences[group.sentence]!;
  const begun = contentBehind(page, at + 1, end, entry);
  if (begun === undefined || doc.tokens[begun.first - 1]?.text === ':') return undefined;
  const content = contentFrom(page, group, begun.kind, begun.first, end);
  if (content === undefined) return undefined;
  const subject = subjectOf(place);
  const empty =
    subject === undefined ||
    (subject.last - subject.first === 1 && IMPERSONAL.has(doc.tokens[subject.first]!.lower));
  if (empty && !isImpersonal(entry)) return undefined;
  return {
    source: empty ? undefined : subject,
    cue: { first: group.first, last: begun.led ?? at + 1 },
    lemma: entry.lemma,
    content: [content],
  };
}

function isImpersonal({ takes }: CueEntry): boolean {
  return takes.has('passive');
}

/** The place of the adjective that a verb group leads to, or that it ends with ("is concerned"). */
function stateAt({ doc, words }: Page, group: VerbGroup): number | undefined {
  const head = doc.tokens[group.head]!.lower;
  if (group.passive && words.adjectives.has(head)) return group.head;
  if (!group.bare && !COPULAS.has(doc.lemmas[group.head]!)) return undefined;
  let at = group.last;
  for (let skipped = 0; skipped < ADVERBS && doc.tags[at] === 'ADV'; skipped++) {
    if (QUESTION_WORDS.has(doc.tokens[at]!.lower)) break;
    at++;
  }
  const token = doc.tokens[at];
  if (token === undefined || token.sentence !== group.sentence) return undefined;
  return words.adjectives.has(token.lower) ? at : undefined;
}
