/**
 * What a model says that somebody said, looked up in the article. What it pairs must stand together:
 * source and cue in a paragraph of the content; where that is a quotation, perhaps in a paragraph
 * beside it that leads to it by a colon or quotes too. Else a model that is led astray could put any
 * words of an article into any mouth of it.
 */
import type { Attribution, QuoteMode, Role } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { AttributionItem } from './reading-answer.ts';
import {
  dateAt,
  type Ground,
  paragraphAt,
  phraseAt,
  quotedness,
  speakerAt,
} from './reading-ground.ts';
import { gap, type Quotations } from './reading-quotations.ts';
import { type Refused, refuse } from './reading-refusals.ts';

/** Where a window's items are looked up, and what is refused of them. */
export interface Lookup {
  readonly ground: Ground;
  readonly quotations: Quotations;
  readonly window: Span;
  readonly refused: Refused;
}

/** Units between two parts of one item, at most: bounds paragraphs without end. */
const FAR = 1000;
/** Units between a role and the word that says that it is past. */
const NEAR_ROLE = 40;
const DASH = /^[—–-]/u;

/** The attribution that an item says; `undefined`, counted, where content, source or cue do not stand so. */
export function statementOf(item: AttributionItem, lookup: Lookup): Attribution | undefined {
  const { ground, refused } = lookup;
  const placed = placedOf(item, lookup);
  if (placed === undefined) {
    refuse(refused, 'not-in-text');
    return undefined;
  }
  const { content, beside } = placed;
  const mode = modeOf(ground, content, item.mode);
  if (beside.source === undefined && beside.cue === undefined && mode === 'indirect') {
    refuse(refused, 'malformed');
    return undefined;
  }
  const anchor = beside.source ?? beside.cue ?? content[0]!;
  const stated = (words: string | null | undefined, near = anchor): Span | undefined =>
    partIn(words, lookup.window, near, lookup);
  const named = stated(item.named);
  return {
    source: beside.source && speakerAt(ground, beside.source, { form: item.form, named }),
    cue: beside.cue && cueAt(ground, beside.cue, item),
    content,
    mode,
    role: roleOf(item, stated, ground),
    venue: phraseOf(stated(item.venue), ground),
    uttered: dateAt(ground, stated(item.uttered)),
    via: (item.via ?? []).flatMap((words) => {
      const span = stated(words);
      return span === undefined ? [] : [speakerAt(ground, span)];
    }),
    within: undefined,
  };
}

interface Placed {
  readonly content: readonly Span[];
  readonly beside: Beside;
}

/** The first place of the content at which all that belongs to it stands together. */
function placedOf(item: AttributionItem, lookup: Lookup): Placed | undefined {
  for (const first of lookup.quotations.find(item.content[0]!, item)) {
    const content = contentFrom(first, item, lookup);
    const beside = content && besideOf(content, item, lookup);
    if (content !== undefined && beside !== undefined) return { content, beside };
  }
  return undefined;
}

/** All pieces in reading order, or `undefined` where one is not there or they touch. */
function contentFrom(
  first: Span,
  { content }: AttributionItem,
  { ground, quotations }: Lookup,
): readonly Span[] | undefined {
  const pieces = [first];
  for (const words of content.slice(1)) {
    const piece = quotations.nearest(words, around(ground, first, 1), first, pieces);
    if (piece === undefined || !standTogether(ground, piece, pieces)) return undefined;
    pieces.push(piece);
  }
  return pieces.sort((a, b) => a.begin - b.begin);
}

/** In one paragraph and not far from each other, or, if both are quoted, in paragraphs side by side. */
function standTogether(ground: Ground, piece: Span, others: readonly Span[]): boolean {
  const own = paragraphAt(ground, piece.begin);
  return others.some((other) => {
    const apart = Math.abs(paragraphAt(ground, other.begin) - own);
    const areQuoted = isQuoted(ground, piece) && isQuoted(ground, other);
    return apart <= (areQuoted ? 1 : 0) && gap(piece, other) <= FAR;
  });
}

const isQuoted = (ground: Ground, span: Span): boolean => quotedness(ground, span) !== 'none';

interface Beside {
  readonly source: Span | undefined;
  readonly cue: Span | undefined;
}

/** Source and cue, as far as the item has them; `undefined` where one does not stand beside the content. */
function besideOf(
  content: readonly Span[],
  { source, cue }: AttributionItem,
  { ground, quotations }: Lookup,
): Beside | undefined {
  const hull = { begin: content[0]!.begin, end: content.at(-1)!.end };
  const region = regionOf(content, hull, ground);
  const find = (words: string | null | undefined, anchor: Span): Span | undefined | 'missing' => {
    if (!words) return undefined;
    const place = quotations.nearest(words, region, anchor, content);
    return place === undefined || gap(place, hull) > FAR ? 'missing' : place;
  };
  const cueSpan = find(cue, hull);
  if (cueSpan === 'missing') return undefined;
  const sourceSpan = find(source, cueSpan ?? hull);
  return sourceSpan === 'missing' ? undefined : { source: sourceSpan, cue: cueSpan };
}

/** The paragraphs of the content; of a quotation also those beside it that lead to it or quote too. */
function regionOf(content: readonly Span[], hull: Span, ground: Ground): Span {
  const { begin, end } = around(ground, hull, 0);
  if (!content.every((piece) => isQuoted(ground, piece))) return { begin, end };
  const wider = around(ground, hull, 1);
  const before = { begin: wider.begin, end: begin };
  const leads = /:\s*$/u.test(ground.text.slice(before.begin, before.end));
  return {
    begin: leads || isQuoted(ground, before) ? wider.begin : begin,
    end: isQuoted(ground, { begin: end, end: wider.end }) ? wider.end : end,
  };
}

/** The paragraphs that a span touches, and so many more on both sides. */
export function around(ground: Ground, span: Span, more: number): Span {
  const { paragraphs } = ground;
  const first = Math.max(0, paragraphAt(ground, span.begin) - more);
  const last = Math.min(paragraphs.length - 1, paragraphAt(ground, span.end - 1) + more);
  return {
    begin: Math.min(paragraphs[first]!.begin, span.begin),
    end: Math.max(paragraphs[last]!.end, span.end),
  };
}

/** A part that an item may leave out: where it stands in `region`; counted where it does not. */
export function partIn(
  words: string | null | undefined,
  region: Span,
  anchor: Span,
  { quotations, refused }: Lookup,
): Span | undefined {
  if (!words) return undefined;
  const span = quotations.nearest(words, region, anchor);
  if (span === undefined) refuse(refused, 'not-in-text');
  return span;
}

/** Quotation marks decide; a dash at a paragraph's beginning may stand for them, if the model says so. */
function modeOf(
  ground: Ground,
  content: readonly Span[],
  said: QuoteMode | null | undefined,
): QuoteMode {
  const parts = content.map((piece) => quotedness(ground, piece));
  if (parts.every((part) => part === 'all')) return 'direct';
  if (parts.some((part) => part !== 'none')) return 'mixed';
  const { begin } = ground.paragraphs[paragraphAt(ground, content[0]!.begin)]!;
  return said === 'direct' && DASH.test(ground.text.slice(begin, begin + 1))
    ? 'direct'
    : 'indirect';
}

function cueAt(ground: Ground, span: Span, { polarity }: AttributionItem): Attribution['cue'] {
  const phrase = phraseAt(ground, span);
  const lemma = phrase.text.toLowerCase().replace(/\s+/gu, ' ');
  return { ...phrase, lemma, polarity: polarity ?? 'says' };
}

type Stated = (words: string | null | undefined, near?: Span) => Span | undefined;

/** A role is a former one only where a word beside it says so. */
function roleOf(
  { role, former }: AttributionItem,
  stated: Stated,
  ground: Ground,
): Role | undefined {
  const span = stated(role);
  if (span === undefined) return undefined;
  const past = stated(former, span);
  return {
    ...phraseAt(ground, span),
    former: past !== undefined && gap(past, span) <= NEAR_ROLE,
  };
}

const phraseOf = (span: Span | undefined, ground: Ground): Attribution['venue'] =>
  span && phraseAt(ground, span);
