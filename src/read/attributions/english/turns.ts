/** Interviews and headlines: "KATE BOULDUAN: Why not debate?", "Clinton: ‘We have to act’". */
import { trimEnd } from './content-end.ts';
import type { Draft } from './draft.ts';
import type { Page } from './page.ts';

/** The longest name before a colon, in tokens. */
const NAME = 6;

export function* findTurns(page: Page): Generator<Draft> {
  const { doc } = page;
  for (const [at, sentence] of doc.sentences.entries()) {
    if (at > 0 && doc.sentences[at - 1]!.paragraph === sentence.paragraph) continue;
    const colon = colonAt(page, sentence.first, sentence.last);
    if (colon === undefined) continue;
    let next = at;
    while (doc.sentences[next + 1]?.paragraph === sentence.paragraph) next++;
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
