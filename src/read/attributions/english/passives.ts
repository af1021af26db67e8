/**
 * Statements whose speaker is not the subject: "X is expected to …", "X was accused of … (by Y)", "X
 * seems to …". The subject belongs to the content, unless it was told or asked.
 */
import { contentFrom } from './content-end.ts';
import { entryOf } from './cue-entries.ts';
import type { CueEntry } from './cue-words.ts';
import type { Draft } from './draft.ts';
import type { Page } from './page.ts';
import { phraseAt } from './phrase-at.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

const IMPERSONAL = new Set(['it', 'there']);
/** Prepositions that belong to the cue ("was accused of"). */
const LED = /^(?:of|for|with|about|as)$/;
/** Words behind a passive with which no content begins. */
const SETTING = /^(?:in|on|at|during|by|and|but|when|while|after|before|from|or|because)$/;

export function findPassive(page: Page, place: number, subjectOf: Subjects): Draft | undefined {
  const group = page.groups[place]!;
  const found = entryOf(page, place);
  if (found === undefined) return undefined;
  const { entry, last } = found;
  if (!entry.takes.has('raising') && !(group.passive && entry.takes.has('passive'))) {
    return undefined;
  }
  const { last: end } = page.doc.sentences[group.sentence]!;
  const source = entry.takes.has('raising') ? undefined : agentAt(page, last, end);
  let first = source?.last ?? last;
  let cueLast = last;
  if (source === undefined && LED.test(page.doc.tokens[last]?.lower ?? '')) cueLast = ++first;
  const rest = continues(page, first, end)
    ? contentFrom(page, group, 'infinitive', first, end)
    : undefined;
  if (rest === undefined && source === undefined) return undefined;
  const content = [...subjectAsContent(page, subjectOf(place), entry), ...(rest ? [rest] : [])];
  if (content.length === 0 || (rest === undefined && isTold(entry))) return undefined;
  return { source, cue: { first: group.first, last: cueLast }, lemma: entry.lemma, content };
}

/** By whom: the phrase behind "by". */
function agentAt(page: Page, at: number, end: number): Range | undefined {
  if (at >= end || page.doc.tokens[at]!.lower !== 'by') return undefined;
  return phraseAt(page, at + 1, end);
}

function subjectAsContent({ doc }: Page, subject: Range | undefined, entry: CueEntry): Range[] {
  if (subject === undefined || isTold(entry)) return [];
  const { first, last } = subject;
  const empty = last - first === 1 && IMPERSONAL.has(doc.tokens[first]!.lower);
  return empty ? [] : [subject];
}

/** Whether the subject of the passive is who is told, not what is said of it. */
function isTold({ takes }: CueEntry): boolean {
  return takes.has('asked') || takes.has('recipient');
}

function continues({ doc, quoted }: Page, at: number, end: number): boolean {
  if (at >= end) return false;
  if (quoted[at]! >= 0) return true;
  const { kind, lower } = doc.tokens[at]!;
  return kind !== 'mark' && !SETTING.test(lower);
}
