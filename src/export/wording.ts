/** The report's fixed words for the closed unions of the domain, and its way with numbers. */
import type { DoubtKind, RefusalKind } from '../domain/outcome.ts';
import type {
  Alteration,
  CopyType,
  CreditPlace,
  CreditState,
  ParentReason,
  WireStrength,
} from '../domain/trace.ts';
import type { WireCreditView, WireView } from '../domain/views.ts';

export const COPY_TYPE_WORDS: Readonly<Record<CopyType, string>> = {
  verbatim: 'same words throughout',
  edited: 'words changed on the way',
  cut: 'a part only, wording kept',
  paraphrased: 'said again in other words',
  translated: 'in another language',
};

export const CREDIT_WORDS: Readonly<Record<CreditState, string>> = {
  kept: 'kept',
  dropped: 'dropped',
  unknown: 'not known',
};

export const REASON_WORDS: Readonly<Record<ParentReason, string>> = {
  'names-outlet': 'names this outlet',
  'most-overlap': 'shares the most text with it',
  earliest: 'earliest of those known before it',
};

const STRENGTH_WORDS: Readonly<Record<WireStrength, string>> = {
  dateline: 'dateline',
  byline: 'credit line',
  cited: 'cited in a sentence',
  via: 'something was said to it',
};

export const ALTERATION_WORDS: Readonly<Record<Alteration['kind'], string>> = {
  'figure-changed': 'figure changed',
  'hedge-removed': 'hedge left out',
  'headline-hardened': 'headline without its speaker or hedge',
};

export const REFUSAL_WORDS: Readonly<Record<RefusalKind, string>> = {
  'unreadable-file': 'file could not be opened',
  'unknown-format': 'format not known',
  'empty-file': 'empty file',
  'truncated-gzip': 'compressed file ends too early',
  'broken-gzip': 'compressed file is damaged',
  'broken-json': 'not valid JSON',
  'not-an-object': 'JSON, but not an object',
  'line-too-long': 'line too long',
  'invalid-encoding': 'encoding not valid',
  'ragged-row': 'row with too few or too many fields',
  'no-header': 'no header row',
  'no-text': 'no text',
  'not-an-article': 'not an article',
  'file-too-large': 'file too large',
  'damaged-record': 'record of a web archive damaged',
};

export const DOUBT_WORDS: Readonly<Record<DoubtKind, string>> = {
  'no-date': 'no date',
  'unreadable-date': 'date could not be read',
  'epoch-date': 'date is 1 January 1970',
  'future-date': 'date lies in the future',
  'assumed-zone': 'time zone was assumed',
  'replaced-bytes': 'some bytes could not be decoded',
  'guessed-charset': 'character set was guessed',
  'ragged-row': 'row with too few or too many fields',
  'no-outlet': 'no outlet named',
};

/** `1,234`. */
export function figure(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 article`, `3 articles`; `many` where the plural is not an added s. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

/** A share of one as `72 %`. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : 'not known';
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Where a credit stands that does not stand in the text. */
export const PLACE_WORDS: Readonly<Record<CreditPlace['kind'], string | undefined>> = {
  text: undefined,
  authors: 'stated as author',
  'based-on': 'stated as the work that it is taken from',
};

/** How strong a credit of a wire is, or where its page states it. */
export function strengthWords({ strength, place, covers }: WireCreditView): string {
  const elsewhere = covers || strength === 'via' ? '' : ', apart from the passage';
  return PLACE_WORDS[place.kind] ?? `${STRENGTH_WORDS[strength]}${elsewhere}`;
}

/** A sentence on a wire around its name, which is stored text: `lead` name `rest`. */
export function wireWords(wire: WireView): { readonly lead: string; readonly rest: string } {
  const { claim, crediting, others, own, credits } = wire;
  const of = `of ${own.length > 0 ? 'the ' : ''}${counted(others, own.length > 0 ? 'other member' : 'member')}`;
  switch (claim) {
    case 'common-origin':
      return {
        lead: `${figure(crediting)} ${of} ${crediting === 1 ? 'credits' : 'credit'}`,
        rest: presenceWords(wire),
      };
    case 'cited':
      return {
        lead: `${figure(crediting)} ${of} ${crediting === 1 ? 'has' : 'have'} something from`,
        rest: presenceWords(wire),
      };
    case 'said-to':
      return { lead: `In ${figure(credits.length)} ${of} something was said to`, rest: '' };
  }
}

function presenceWords({ own, ownEarliest }: WireView): string {
  if (own.length === 0) return '; the wire itself is not among the articles';
  return `; the wire itself is among the articles${ownEarliest ? ', earliest seen' : ''}`;
}
