/**
 * An article as the readers see it: tokens, sentences, paragraphs and quotation marks, made once and
 * shared. Linear in the text.
 */
import type { ReadLanguage } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import { sentencesOf } from '../text/sentences.ts';
import { wordMemo } from '../text/word-memo.ts';
import { type Quote, quotesOf } from './quotes.ts';

export type TokenKind = 'word' | 'number' | 'mark';

/** A word, a number or a mark. English `'s`, `'m`, `'re`, `'ve`, `'d`, `'ll` are tokens of their own. */
export interface Token {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: TokenKind;
  /** Whether a word begins with a capital. */
  readonly capital: boolean;
  /** The place in `Document.sentences`. */
  readonly sentence: number;
  /** A number of the spelling, for `tokenMemo`; 0 or absent: what is too long to be kept, or not cut from a text. */
  readonly word?: number;
}

/**
 * Tokens of a sentence. What runs on for longer is no prose (a table, a list of tags, a text without
 * marks) and is cut into pieces, so that work within a sentence is bounded on any text.
 */
const SENTENCE_TOKENS = 300;

/** A sentence, and its tokens as a half-open range of places in `Document.tokens`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** The place in `Document.paragraphs`. */
  readonly paragraph: number;
}

/** What a reader is given. */
export interface Document {
  readonly text: string;
  readonly language: ReadLanguage;
  /** The outlet's name as stated; empty where it is not known. */
  readonly outlet: string;
  /** Day of publication, `YYYY-MM-DD`; absent where it is not known. */
  readonly published: string | undefined;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Runs of text between line breaks, without the white space around them. */
  readonly paragraphs: readonly Span[];
  /** In the order of their opening marks; they may nest. */
  readonly quotes: readonly Quote[];
}

/** What of an article is read. */
export interface DocumentInput {
  readonly text: string;
  readonly language: ReadLanguage;
  readonly outlet?: string;
  readonly published?: string | undefined;
}

const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))?|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|[-‐‑](?=[\p{L}\p{N}])|['’](?=\p{L}))*|\p{N}|[^\s]/gu;
const CLITIC = /['’](?:s|m|re|ve|d|ll)$/iu;

/** Prepares a text for the readers. */
export function documentOf({ text, language, outlet, published }: DocumentInput): Document {
  const paragraphs = paragraphsOf(text);
  const spans = sentencesOf(text);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { begin, end } of spans) {
    while (paragraph < paragraphs.length - 1 && paragraphs[paragraph]!.end <= begin) paragraph++;
    const first = tokens.length;
    pushTokens(tokens, text, { begin, end }, sentences.length, language);
    for (let from = first; from < tokens.length || from === first; from += SENTENCE_TOKENS) {
      const last = Math.min(from + SENTENCE_TOKENS, tokens.length);
      sentences.push({
        begin: from === first ? begin : tokens[from]!.begin,
        end: last === tokens.length ? end : tokens[last - 1]!.end,
        first: from,
        last,
        paragraph,
      });
    }
  }
  return {
    text,
    language,
    outlet: outlet ?? '',
    published,
    tokens,
    sentences,
    paragraphs,
    quotes: quotesOf(text, paragraphs),
  };
}

function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const match of text.matchAll(/\S(?:[^\n]*\S)?/gu)) {
    paragraphs.push({ begin: match.index, end: match.index + match[0].length });
  }
  return paragraphs;
}

/** Adds the tokens of a piece of text; `sentence` is the place of the first sentence that they fill. */
function pushTokens(
  tokens: Token[],
  text: string,
  { begin, end }: Span,
  sentence: number,
  language: ReadLanguage,
): void {
  const first = tokens.length;
  const push = (word: string, at: number): void => {
    const piece = Math.floor((tokens.length - first) / SENTENCE_TOKENS);
    tokens.push(tokenOf(word, at, sentence + piece));
  };
  for (const match of text.slice(begin, end).matchAll(TOKEN)) {
    const at = begin + match.index;
    const own = language === 'en' ? CLITIC.exec(match[0]) : null;
    if (own !== null && own.index > 0) {
      push(match[0].slice(0, own.index), at);
      push(own[0], at + own.index);
    } else {
      push(match[0], at);
    }
  }
}

/**
 * What a token is by its letters alone. Kept, since three expressions a token take a twentieth of a
 * reading; and so all tokens of one spelling share their strings, which makes every later look-up by
 * word faster: it finds the same string, not an equal one.
 */
export type Spelled = Pick<Token, 'text' | 'lower' | 'kind' | 'capital' | 'word'>;

/** Longer runs of letters are no words, and nothing is kept of them. */
const LONGEST_KEPT = 32;
/** Spellings met so far. */
let spellings = 0;

/** What a token of these letters is. */
export const spelledAs: (text: string) => Required<Spelled> = wordMemo((text) => {
  const kind = kindOf(text);
  const first = text[0]!;
  const capital = kind === 'word' && first !== first.toLowerCase();
  return {
    text,
    lower: text.toLowerCase(),
    kind,
    capital,
    word: text.length > LONGEST_KEPT ? 0 : ++spellings,
  };
});

function kindOf(text: string): TokenKind {
  if (/^\p{N}/u.test(text)) return 'number';
  return /^[\p{L}\p{M}'’].*[\p{L}\p{M}.]|^\p{L}/u.test(text) ? 'word' : 'mark';
}

function tokenOf(written: string, begin: number, sentence: number): Token {
  const { text, lower, kind, capital, word } = spelledAs(written);
  return { begin, end: begin + text.length, text, lower, kind, capital, sentence, word };
}
