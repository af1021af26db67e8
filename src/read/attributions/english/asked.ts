/** Questions in passing: "Asked whether …, he said" and "when asked about …". */
import { contentUntil } from './content-end.ts';
import { entryOf } from './cue-entries.ts';
import type { Draft } from './draft.ts';
import { QUESTION_WORDS } from './function-words.ts';
import type { Page } from './page.ts';
import { phraseAt } from './phrase-at.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Adverbs between the verb and the question. */
const ADVERBS = 3;

export function findAsked(page: Page, place: number): Draft | undefined {
  const { doc } = page;
  const group = page.groups[place]!;
  if (group.shape !== 'past' || entryOf(page, place)?.entry.takes.has('asked') !== true) {
    return undefined;
  }
  const { last: end } = doc.sentences[group.sentence]!;
  if (!opens(page, group) || group.last >= end) return undefined;
  const by = doc.tokens[group.last]!.lower === 'by';
  const source = by ? phraseAt(page, group.last + 1, end) : undefined;
  let first = source?.last ?? group.last;
  for (let skipped = 0; skipped < ADVERBS && first < end; skipped++) {
    if (doc.tags[first] !== 'ADV' || QUESTION_WORDS.has(doc.tokens[first]!.lower)) break;
    first++;
  }
  const lower = first < end ? doc.tokens[first]!.lower : '';
  if (!QUESTION_WORDS.has(lower) && lower !== 'about' && lower !== 'to') return undefined;
  const led = lower === 'about' && source === undefined;
  if (led) first++;
  const content = contentUntil(page, first, end, (at) => doc.tokens[at]!.text === ',');
  if (content === undefined) return undefined;
  const cue = { first: group.first, last: led ? first : group.last };
  return { source, cue, lemma: 'ask', content: [content] };
}

/** Whether the verb stands without a subject: at the beginning, behind "when" or a comma. */
function opens({ doc }: Page, group: VerbGroup): boolean {
  const before = doc.tokens[group.first - 1];
  if (before?.sentence !== group.sentence) return true;
  return before.lower === 'when' || before.text === ',';
}
