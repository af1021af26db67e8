/**
 * Cuts from a tagged name what is none of it: ranks and offices before a person, words in lower case
 * at the ends, a capital adjective that stands alone. O(words of the name).
 */
import { type Heads, headBit } from './heads.ts';
import type { NameSpan } from './name-spans.ts';
import type { Found } from './phrases.ts';
import type { Title } from './titles.ts';
import type { Words } from './words.ts';

const LINKER = headBit('linker');
/** Lower-case words in a row that a name may hold: "Policía municipal", "El libro de los muertos". */
const MOST_COMMON = { en: 0, es: 2, ru: Number.POSITIVE_INFINITY } as const;

/** A span as it should be, or nothing. `titleAt`: the title that begins at a token. */
export function trimmed(
  words: Words,
  heads: Heads,
  titleAt: ReadonlyMap<number, Found<Title>>,
  span: NameSpan,
): NameSpan | undefined {
  const { tokens, language } = words.document;
  let { first, last } = span;
  if (span.kind === 'person') first = behindTitles(titleAt, first, last);
  if (language !== 'ru') {
    // Lower-case heads ("ulica", "посольство") belong to the name in Russian only.
    while (first < last && isLower(tokens[first]!)) first++;
    last = beforeProse(words, heads, first, last);
    while (last > first && isLower(tokens[last - 1]!)) last--;
  }
  if (!tokens.slice(first, last).some(hasCapital)) return undefined;
  const adjective = headBit('adjective');
  const alone = words.folded.slice(first, last).every((word) => heads.classesOf(word) & adjective);
  return alone ? undefined : { ...span, first, last };
}

/** Where a name ends at the latest: lower-case words other than "of" and "the" go on with the sentence. */
function beforeProse(
  { document: { tokens, language }, folded }: Words,
  heads: Heads,
  first: number,
  last: number,
): number {
  let common = 0;
  for (let at = first; at < last; at++) {
    if (!isLower(tokens[at]!) || (heads.classesOf(folded[at]!) & LINKER) !== 0) {
      if (tokens[at]!.capital) common = 0;
      continue;
    }
    common++;
    if (common > MOST_COMMON[language]) return at;
  }
  return last;
}

/** "Admiral Vikas Rathore": the name begins behind the rank, if a name is left. */
function behindTitles(
  titleAt: ReadonlyMap<number, Found<Title>>,
  first: number,
  last: number,
): number {
  const title = titleAt.get(first);
  if (title === undefined || title.last >= last) return first;
  const { kind } = title.value;
  return kind === 'rank' || kind === 'office' ? title.last : first;
}

function hasCapital({ text }: { text: string }): boolean {
  return text !== text.toLowerCase();
}

function isLower({
  kind,
  capital,
  text,
}: {
  kind: string;
  capital: boolean;
  text: string;
}): boolean {
  return kind === 'word' && !capital && text === text.toLowerCase();
}
