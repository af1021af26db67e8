/**
 * Parts of speech and lemmas of English, by wink-nlp (MIT) with its web model, put on our tokens.
 *
 * wink-nlp cuts text its own way, and on some texts ("a-a-a-…", a run of addresses) in quadratic
 * time. So it is not given the text but our tokens with one space between, in runs of whole
 * sentences of bounded length, and words that no dictionary has are handed over cut. Each of its
 * tokens then lies in one of ours, and the whole is linear.
 */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Document, Token } from '../document.ts';
import { isHeadline } from '../headline.ts';
import { tokenMemo } from '../token-memo.ts';
import { TAGS, type Tag, type TaggedDocument, type Tagger } from './tagged.ts';

/** Tokens handed over at once, sentences being kept whole where they are no longer than that. */
const RUN = 256;
/** UTF-16 units of a token that are handed over; no English word is longer. */
const LONGEST = 32;
const KNOWN: ReadonlySet<string> = new Set(TAGS);
/** Words after which `'s` is a verb; after all others it makes a possessive. */
const BEFORE_IS = new Set(
  'it he she that there here what who how where when let everyone everything nobody everybody this'.split(
    ' ',
  ),
);
/** Officers whose title ends in what the model takes for an adjective. */
const BEFORE_GENERAL = new Set(
  'attorney secretary surgeon director inspector solicitor'.split(' '),
);
const CONTRACTED: Readonly<Record<string, string>> = {
  "'s": 'be',
  "'re": 'be',
  "'m": 'be',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
};

/** A tagger for English documents. Opening it takes a moment; keep it. */
export function openEnglishTagger(): Tagger {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (document) => {
    const tags: Tag[] = [];
    const lemmas: string[] = [];
    for (const [first, last] of runsOf(document)) {
      const tokens = nlp.readDoc(textOf(document.tokens, first, last)).tokens();
      const values = tokens.out(its.value);
      const parts = tokens.out(its.pos as ItsFunction<string>);
      const roots = tokens.out(its.lemma as ItsFunction<string>);
      let from = 0;
      for (let at = first; at < last; at++) {
        const token = document.tokens[at]!;
        let length = 0;
        let to = from;
        const { handed, negated } = lettersOf(token);
        const wanted = handed.length;
        while (length < wanted && to < values.length) length += values[to++]!.length;
        // Of "GOP-led" the last part tells; of "don't" the first.
        const telling = negated || token.lower === 'cannot' ? from : to - 1;
        const before = document.tokens[at - 1]?.lower ?? '';
        tags.push(tagOf(token, parts[telling], before));
        lemmas.push(
          lemmaOf(
            token,
            to - from === 1 || telling === from ? roots[telling] : undefined,
            tags.at(-1)!,
          ),
        );
        from = to;
      }
    }
    mendNames(document, tags);
    return { ...document, tags, lemmas } satisfies TaggedDocument;
  };
}

/** Half-open ranges of tokens: whole sentences as far as they fit. */
function* runsOf({ sentences, tokens }: Document): Generator<readonly [number, number]> {
  let first = 0;
  for (const sentence of sentences) {
    if (sentence.last - first <= RUN) continue;
    if (sentence.first > first) yield [first, sentence.first];
    first = sentence.first;
    while (sentence.last - first > RUN) {
      yield [first, first + RUN];
      first += RUN;
    }
  }
  if (first < tokens.length) yield [first, tokens.length];
}

function textOf(tokens: readonly Token[], first: number, last: number): string {
  let text = '';
  for (let at = first; at < last; at++) text += `${lettersOf(tokens[at]!).handed} `;
  return text;
}

/** What a spelling alone tells: how it is handed over, whether it ends in "n't", in a possessive mark. */
const lettersOf = tokenMemo(({ text, lower }) => ({
  handed: (text.length > LONGEST ? text.slice(0, LONGEST) : text).replaceAll('’', "'"),
  negated: /n['’]t$/u.test(lower),
  possessive: /^['’]s$/iu.test(text),
}));

function tagOf(token: Token, part: string | undefined, before: string): Tag {
  if (token.kind === 'mark') return part === 'SYM' ? 'SYM' : 'PUNCT';
  if (lettersOf(token).possessive) return BEFORE_IS.has(before) ? 'AUX' : 'PART';
  // "US" in a sentence without other capitals is no pronoun.
  if (token.text === 'US') return 'PROPN';
  if (token.lower === 'general' && BEFORE_GENERAL.has(before)) return 'NOUN';
  if (part !== undefined && part !== 'X' && KNOWN.has(part)) return part as Tag;
  // The model knows no letters with marks: names mostly ("Lavrović").
  return token.kind === 'number' ? 'NUM' : token.capital ? 'PROPN' : 'NOUN';
}

/**
 * Puts right what the model takes for verbs by their spelling: names ("Robert Ford, a former …",
 * "Hoover estimated …"). In headlines, where all words have capitals, nothing can be told so.
 */
function mendNames({ tokens, sentences }: Document, tags: Tag[]): void {
  for (const { first, last } of sentences) {
    if (isHeadline(tokens, first, last)) continue;
    for (let at = first; at < last; at++) {
      if (tags[at] === 'VERB' && tokens[at]!.capital && isName(tokens, tags, at, first)) {
        tags[at] = 'PROPN';
      }
    }
  }
}

/** Within a sentence all capitals tell; at its beginning, or a quotation's, what follows does. */
function isName(
  tokens: readonly Token[],
  tags: readonly Tag[],
  at: number,
  first: number,
): boolean {
  const before = tokens[at - 1];
  if (at > first && (before!.kind !== 'mark' || /^[.,]$/.test(before!.text))) return true;
  const next = tags[at + 1];
  if (next === 'VERB' || next === 'AUX' || tokens[at + 1]?.text === ',') return true;
  return next === 'PROPN' && !/(?:s|ed|ing)$/.test(tokens[at]!.lower);
}

function lemmaOf(token: Token, root: string | undefined, tag: Tag): string {
  const { lower } = token;
  if (tag === 'AUX') return CONTRACTED[lower.replace('’', "'")] ?? root?.toLowerCase() ?? lower;
  return (root ?? lower).toLowerCase();
}
