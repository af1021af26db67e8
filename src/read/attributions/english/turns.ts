/** Interviews and headlines: "KATE BOULDUAN: Why not debate?", "Clinton: ‘We have to act’". */
import { trimEnd } from './content-end.ts';
import type { Draft } from './draft.ts';
import type { Page } from './page.ts';

/** The longest name before a colon, in tokens. */
const NAME = 6;

export function* findTurns(page: Page): Generator<Draft> {
  const { doc } = page;
  for (const [at, sentence] of doc.sentences.entries()) {
    const isInside = at > 0 && doc.sentences[at - 1]!.paragraph === sentence.paragraph;
    if (isInside && !isShouted(page, sentence.first)) continue;
    const colon = colonAt(page, sentence.first, sentence.last);
    if (colon === undefined) continue;
    let next = at;
    while (goesOn(page, next + 1, sentence.paragraph, colon)) next++;
    const first = colon + 1;
    const { last: end } = doc.sentences[next]!;
    const last = next === at ? trimEnd(page, first, end) : end;
    if (last - first < 2) continue;
    yield {
      source: { first: sentence.first, last: colon },
      cue: { first: colon, last: first },
      lemma: '',
      content: [{ first, last }],
    };
  }
}

/** A speaker's name in capitals, as transcripts have it. */
function isShouted({ doc }: Page, at: number): boolean {
  const { text } = doc.tokens[at]!;
  return text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether the sentence at `next` is the same speaker's: no other one's turn, nor behind a quotation. */
function goesOn(page: Page, next: number, paragraph: number, colon: number): boolean {
  const { doc, quotes, quoted } = page;
  const sentence = doc.sentences[next];
  if (sentence?.paragraph !== paragraph) return false;
  const quote = quotes[quoted[colon + 1] ?? -1];
  if (quote !== undefined && quote.last <= sentence.first) return false;
  return (
    !isShouted(page, sentence.first) || colonAt(page, sentence.first, sentence.last) === undefined
  );
}

function colonAt({ doc, quoted, grouped }: Page, first: number, end: number): number | undefined {
  for (let i = first; i < end && i <= first + NAME; i++) {
    const token = doc.tokens[i]!;
    if (quoted[i]! >= 0) return undefined;
    if (token.text === ':') return i > first && doc.tokens[first]!.text.length > 1 ? i : undefined;
    if (token.kind === 'word' && !token.capital) return undefined;
    if (grouped[i]! >= 0 && doc.tags[i] !== 'PROPN') return undefined;
    if (token.kind === 'number') return undefined;
  }
  return undefined;
}
