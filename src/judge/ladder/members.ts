/**
 * Members made ready: in the order of time, cut into words, with what is no reporter's own wording
 * marked. Two reporters at one speech write the same quotation and the same name, title and venue
 * around it; all else is their own. Linear in the texts, but for sorting.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { Evidence } from '../../domain/judgement.ts';
import type { Span } from '../../domain/span.ts';
import { publisherOf } from '../../text/publisher.ts';
import { type Tokens, tokensOf } from '../../text/tokens.ts';
import type { LadderInput, LadderLink, LadderMember } from './ladder-input.ts';

/** A member with what is computed once about it. */
export interface Member extends LadderMember {
  readonly publisher: string;
  /** Its place in the order of time. */
  readonly place: number;
  readonly words: Tokens;
  /** Per word: 0 where it is the reporter's own. */
  readonly given: Uint8Array;
  /** What stands in quotation marks: sorted, apart. */
  readonly quoted: readonly Span[];
  /** Where the claim stands, or else all that it shares; sorted, apart. Empty: nothing is known. */
  readonly leading: readonly Span[];
}

/** All members by time, undated ones last; those of one moment by id. Each id once. */
export function prepareMembers({ members, links }: LadderInput): Member[] {
  const once = new Map(members.map((member) => [member.id, member]));
  const shared = sharedSpans(links);
  return [...once.values()].sort(byTime).map((member, place) => {
    const words = tokensOf(member.text);
    return {
      ...member,
      publisher: publisherOf(member.domain),
      place,
      words,
      given: givenWords(member, words),
      quoted: apart(member.quotes),
      leading: apart(member.claim ?? shared.get(member.id) ?? []),
    };
  });
}

function byTime(x: LadderMember, y: LadderMember): number {
  const a = x.published;
  const b = y.published;
  if (a !== undefined && b !== undefined) {
    return a.earliest - b.earliest || a.latest - b.latest || (x.id < y.id ? -1 : 1);
  }
  return a === b ? (x.id < y.id ? -1 : 1) : a === undefined ? 1 : -1;
}

function sharedSpans(links: readonly LadderLink[]): Map<ArticleId, Span[]> {
  const spans = new Map<ArticleId, Span[]>();
  const add = (id: ArticleId, span: Span): void => {
    const list = spans.get(id);
    if (list === undefined) spans.set(id, [span]);
    else list.push(span);
  };
  for (const { a, b, passages } of links) {
    for (const passage of passages) {
      add(a, passage.a);
      add(b, passage.b);
    }
  }
  return spans;
}

/** The same ground in spans that do not touch, in order. */
export function apart(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((x, y) => x.begin - y.begin || x.end - y.end)) {
    const last = out.at(-1);
    if (last === undefined || span.begin > last.end) out.push(span);
    else if (span.end > last.end) out[out.length - 1] = { begin: last.begin, end: span.end };
  }
  return out;
}

function givenWords({ quotes, attributions }: LadderMember, words: Tokens): Uint8Array {
  const given = new Uint8Array(words.count);
  const spans = [...quotes];
  for (const { source, cue, role, venue } of attributions) {
    for (const phrase of [source, cue, role, venue]) {
      if (phrase !== undefined) spans.push(phrase.span);
    }
  }
  for (const span of apart(spans)) {
    const [from, to] = wordsIn(words, span);
    given.fill(1, from, to);
  }
  return given;
}

/** The words that lie in a span, as a half-open range of places. */
export function wordsIn({ count, begins, ends }: Tokens, { begin, end }: Span): [number, number] {
  const from = firstWhere(count, (i) => ends[i]! > begin);
  return [
    from,
    Math.max(
      from,
      firstWhere(count, (i) => begins[i]! >= end),
    ),
  ];
}

/** The first place from which on `holds` is true; `count` where it never is. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether any of `spans` has ground in common with what leads in the member; all has where nothing does. */
export function standsIn({ leading }: Member, spans: readonly Span[]): boolean {
  if (leading.length === 0) return true;
  return spans.some((span) => !overlaps(leading, span).next().done);
}

/** What `span` has in common with each of `spans`, which are sorted and apart. */
export function* overlaps(spans: readonly Span[], { begin, end }: Span): Generator<Span> {
  for (let i = firstWhere(spans.length, (at) => spans[at]!.end > begin); i < spans.length; i++) {
    const next = spans[i]!;
    if (next.begin >= end) return;
    yield { begin: Math.max(begin, next.begin), end: Math.min(end, next.end) };
  }
}

export function evidenceOf({ id }: Member, span: Span): Evidence {
  return { article: id, span };
}
