/** Whether what is counted happened: by the words before the deed, and by who tells it. */
import type { Attribution, EventStatus, PresenceMeasure } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { beginningsUpTo, holds } from '../token-range.ts';
import { sentenceStart } from './bounds.ts';
import type { Deed } from './measures.ts';
import type { Page } from './page.ts';

/** Words before a deed that can turn it. */
const REACH = 5;
/** Words before a deed among which an "if" makes it a case. */
const IF_REACH = 12;

/** The status of a deed at tokens of a page. */
export function statusOf(page: Page, deed: Deed, measure: PresenceMeasure): EventStatus {
  const before = statusBefore(page, deed, measure);
  if (before === 'negated' || before === 'hypothetical') return before;
  const status = before ?? (isFuture(page, deed) ? 'planned' : 'happened');
  const open = status === 'planned' && hasIf(page, deed.first);
  return open || isCase(page, deed.first) ? 'hypothetical' : status;
}

/** What the words before a deed make of it, the nearest first; `undefined`: nothing. */
function statusBefore(
  { marks, document }: Page,
  deed: Deed,
  measure: PresenceMeasure,
): EventStatus | undefined {
  const start = Math.max(sentenceStart({ document }, deed.first), deed.first - REACH);
  const allowed = deed.kind === 'have' || deed.kind === 'work';
  let done = false;
  for (let at = deed.first - 1; at >= start; at--) {
    if (/^[,;:]$/.test(document.tokens[at]!.text)) return undefined;
    if (marks.is(at, 'not') && deed.kind !== 'cap') return 'negated';
    // "may remain": what is allowed is a fact.
    if (marks.is(at, 'may') && !allowed) return 'hypothetical';
    // "has expelled": what was asked or planned before it is done.
    done ||= document.tags[at] === 'AUX' && marks.is(at, 'have');
    if (done) continue;
    // Who asks for fewer staff sets a cap; who asks for an expulsion only wants it.
    const capped = marks.is(at, 'order') && measure === 'cap';
    if (marks.is(at, 'consider') && !capped) return 'hypothetical';
    if (marks.is(at, 'will')) return 'planned';
  }
  return undefined;
}

function isCase({ marks, document }: Page, at: number): boolean {
  const { first } = document.sentences[document.tokens[at]!.sentence]!;
  for (let i = at - 1; i >= Math.max(first, at - IF_REACH); i--) {
    if (document.tokens[i]!.text === ',') return false;
    if (marks.is(i, 'if') && (i === first || document.tags[i] === 'SCONJ')) return true;
  }
  return false;
}

/** "Moscow would expel ten if …". */
function hasIf({ marks, document }: Page, at: number): boolean {
  const { last } = document.sentences[document.tokens[at]!.sentence]!;
  for (let i = at; i < Math.min(last, at + 2 * IF_REACH); i++) if (marks.is(i, 'if')) return true;
  return false;
}

/** "expulsará", "вышлет", and "to expel" where nobody did. */
function isFuture({ document, marks }: Page, { kind, first, last }: Deed): boolean {
  for (let at = first; at < last; at++) {
    if (marks.is(at, 'future')) return true;
    const { lower } = document.tokens[at]!;
    // "podrá tener" allows.
    if (kind === 'cap' && /^podr/.test(lower)) return false;
    if (document.language === 'es' && /(?:rá|rán|remos|ré|ría|rían)$/u.test(lower)) return true;
  }
  if (document.language !== 'en' || kind === 'have' || kind === 'cap') return false;
  const before = document.tokens[first - 1]?.lower;
  return before === 'to' || (before === 'be' && document.tokens[first - 2]?.lower === 'to');
}

/** Finds the innermost statement whose content holds a piece of the text; O(log n) a question. */
export function openTold(attributions: readonly Attribution[]): (span: Span) => number | undefined {
  const pieces = attributions
    .flatMap(({ content }, told) =>
      content.map(({ begin, end }) => ({ begin, end, told, size: sizeOf(content) })),
    )
    .sort((a, b) => a.begin - b.begin);
  return (span) => {
    const end = beginningsUpTo(pieces, span.begin);
    let best: (typeof pieces)[number] | undefined;
    for (let at = end - 1; at >= 0 && at >= end - MOST_NESTED; at--) {
      const piece = pieces[at]!;
      if (holds(piece, span) && (best === undefined || piece.size < best.size)) best = piece;
    }
    return best?.told;
  };
}
/** Contents that begin before a place and are looked at. */
const MOST_NESTED = 32;

const sizeOf = (content: readonly Span[]): number =>
  content.reduce((sum, { begin, end }) => sum + end - begin, 0);

/** Told under a denial, or as false. */
export function isDenied(attributions: readonly Attribution[], told: number | undefined): boolean {
  let at = told;
  for (let depth = 0; at !== undefined && depth < 8; depth++) {
    const { cue, within } = attributions[at]!;
    if (cue?.polarity === 'denies' || cue?.polarity === 'falsely-claims') return true;
    at = within;
  }
  return false;
}
