/** "reportedly", "allegedly": the clause is somebody's, and nobody says whose. */
import { contentFrom, trimEnd } from './content-end.ts';
import type { Draft } from './draft.ts';
import { RELATIVES } from './function-words.ts';
import type { Page } from './page.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

export function findHearsay(page: Page, at: number, subjectOf: Subjects): Draft | undefined {
  const { doc } = page;
  const { last: end } = doc.sentences[doc.tokens[at]!.sentence]!;
  const place = page.grouped[at]! >= 0 ? page.grouped[at]! : (page.grouped[at + 1] ?? -1);
  const group = page.groups[place];
  if (group === undefined) return undefined;
  const subject = subjectOf(place);
  const content: Range[] = [];
  if (subject !== undefined && subject.last <= at && !isRelative(page, subject)) {
    content.push({ first: subject.first, last: trimEnd(page, subject.first, at) });
  } else if (group.first < at) {
    content.push({ first: group.first, last: at });
  }
  const rest = contentFrom(page, undefined, 'infinitive', at + 1, end);
  if (rest === undefined) return undefined;
  content.push(rest);
  const lemma = doc.tokens[at]!.lower;
  return { source: undefined, cue: { first: at, last: at + 1 }, lemma, content };
}

function isRelative({ doc }: Page, { first, last }: Range): boolean {
  return last - first === 1 && RELATIVES.has(doc.tokens[first]!.lower);
}
