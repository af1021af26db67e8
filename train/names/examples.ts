/** Marked texts as examples for the name tagger, seen through the product's own lists. */
import type { ReadLanguage } from '../../src/domain/reading.ts';
import { shippedLexicon } from '../../src/pipeline/reading-data.ts';
import { documentOf } from '../../src/read/document.ts';
import { openGazetteer } from '../../src/read/mentions/gazetteer.ts';
import { openHeads } from '../../src/read/mentions/heads.ts';
import { marksOf } from '../../src/read/mentions/marks.ts';
import type { NameLists } from '../../src/read/mentions/name-lists.ts';
import type { NameKind, NameSpan } from '../../src/read/mentions/name-spans.ts';
import { openTitles } from '../../src/read/mentions/titles.ts';
import { wordsOf } from '../../src/read/mentions/words.ts';
import { tokenRange } from '../../src/read/token-range.ts';
import type { NameExample } from '../name-model.ts';
import type { Mark, MarkedText } from './expand.ts';

const KINDS: Readonly<Record<Mark, NameKind>> = {
  P: 'person',
  O: 'organisation',
  L: 'place',
  M: 'other',
};

/**
 * Shares of the names from which a list's knowledge is withheld, since invented names come from the
 * lists and those of newspapers often do not.
 */
const WITHHELD = { persons: 0.25, phrases: 0.45, listed: 0.12 } as const;
/** Share of invented texts in capitals, as headlines are. */
const SHOUTED = 0.06;

/** Examples of one language. */
export function examplesOf(
  texts: readonly MarkedText[],
  language: ReadLanguage,
  nameLists: NameLists,
): NameExample[] {
  const gazetteer = openGazetteer(shippedLexicon, language);
  const titles = openTitles(shippedLexicon, language);
  const heads = openHeads(shippedLexicon, language);
  return texts.map((marked) => {
    const document = documentOf({ text: marked.text, language });
    const words = wordsOf(document);
    const marks = marksOf(words, heads, nameLists, gazetteer.find(words), titles.find(words));
    return { document, marks, spans: spansIn(document, marked) };
  });
}

/** Marked names as ranges of tokens; a name across a sentence's end is left out. */
function spansIn(document: NameExample['document'], { names }: MarkedText): NameSpan[] {
  const { tokens } = document;
  const spans: NameSpan[] = [];
  for (const { mark, begin, end } of [...names].sort((a, b) => a.begin - b.begin)) {
    const [first, last] = tokenRange(tokens, { begin, end });
    if (last <= first || first < (spans.at(-1)?.last ?? 0)) continue;
    if (tokens[first]!.sentence !== tokens[last - 1]!.sentence) continue;
    spans.push({ first, last, kind: KINDS[mark] });
  }
  return spans;
}

/** Puts some texts into capitals; offsets stay, since a text whose length would change is left. */
export function shouted(texts: readonly MarkedText[], random: () => number): MarkedText[] {
  return texts.map((one) => {
    const upper = one.text.toUpperCase();
    return random() < SHOUTED && upper.length === one.text.length ? { ...one, text: upper } : one;
  });
}

/** Withholds from some names, in place, what the lists know of them. */
export function withhold(examples: readonly NameExample[], random: () => number): void {
  for (const { marks, spans } of examples) {
    for (const { first, last } of spans) {
      if (random() < WITHHELD.persons) marks.persons.fill(0, first, last);
      if (random() < WITHHELD.phrases) marks.phrases.fill(0, first, last);
      if (random() < WITHHELD.listed) marks.listed.fill(0, first, last);
    }
  }
}
