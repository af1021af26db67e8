/** Members, links and statements for tests of the ladder; all texts are invented. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Attribution, DateMention, Speaker } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Passage } from '../../domain/trace.ts';
import type { LadderInput, LadderLink, LadderMember } from './ladder-input.ts';

const DAY = 86_400_000;

/** Where `words` stand in `text`. */
export function spanOf(text: string, words: string): Span {
  const begin = text.indexOf(words);
  if (begin < 0) throw new Error(`"${words}" is not in the text`);
  return { begin, end: begin + words.length };
}

/** An article of `<id>.example` on the given day, with its quotations found by curly marks. */
export function member(id: string, text: string, more: Partial<LadderMember> = {}): LadderMember {
  const at = Number(id.replace(/\D/g, '') || 0) * DAY;
  return {
    id: id as ArticleId,
    domain: `${id}.example`,
    outlet: `Outlet ${id}`,
    language: 'en',
    published: { earliest: at, latest: at, precision: 'second', zone: 'stated' },
    text,
    quotes: [...text.matchAll(/“[^”]*”/g)].map(({ index, 0: quote }) => ({
      begin: index,
      end: index + quote.length,
    })),
    attributions: [],
    dates: [],
    facts: [],
    ...more,
  };
}

/** A statement on `content` by `entity`, whose words in the text are `source`. */
export function statement(
  text: string,
  content: string,
  source?: { readonly words: string; readonly entity?: string },
  more: Partial<Attribution> = {},
): Attribution {
  return {
    source: source && speaker(text, source),
    cue: undefined,
    content: [spanOf(text, content)],
    mode: 'direct',
    role: undefined,
    venue: undefined,
    uttered: undefined,
    via: [],
    within: undefined,
    ...more,
  };
}

function speaker(
  text: string,
  { words, entity }: { readonly words: string; readonly entity?: string },
): Speaker {
  const span = spanOf(text, words);
  return { span, text: words, form: 'named', entity, name: entity && words, namedAt: undefined };
}

/** A date of one day. */
export function dateOf(text: string, words: string, day: string): DateMention {
  return {
    span: spanOf(text, words),
    text: words,
    type: 'DATE',
    value: day,
    basis: 'absolute',
    days: { first: day, last: day },
  };
}

/** Links two members by words that stand in both. */
export function link(
  a: LadderMember,
  b: LadderMember,
  shared: string | readonly [string, string],
  retold = false,
): LadderLink {
  const [inA, inB] = typeof shared === 'string' ? [shared, shared] : shared;
  const words = inB.split(' ').length;
  const passage: Passage = {
    a: spanOf(a.text, inA),
    b: spanOf(b.text, inB),
    words,
    aWords: inA.split(' ').length,
    bWords: words,
    ...(retold ? { retold: true } : {}),
  };
  return { a: a.id, b: b.id, passages: [passage] };
}

export function input(
  members: readonly LadderMember[],
  links: readonly LadderLink[] = [],
  more: Partial<LadderInput> = {},
): LadderInput {
  return { members, links, wires: [], credits: [], ...more };
}
