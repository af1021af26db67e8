/** The fixed words for the closed unions of the domain, and the way with numbers. */
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
import type { WordingLanguage } from './alert-wording.ts';
import { SPANISH_PLACES, SPANISH_STRENGTHS } from './spanish-words.ts';

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

/** `1,234`; Spanish separates thousands from five digits on, by a narrow space. */
export function figure(n: number, language: WordingLanguage = 'en'): string {
  const digits = String(n);
  if (language === 'es' && digits.length < 5) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, language === 'es' ? '\u202f' : ',');
}

/** `1 article`, `3 articles`; `many` where the plural is not an added s. */
export function counted(
  n: number,
  one: string,
  many = `${one}s`,
  language: WordingLanguage = 'en',
): string {
  return `${figure(n, language)} ${n === 1 ? one : many}`;
}

/** A share of one as `72 %`; in Spanish with a narrow space. */
export function percent(share: number, language: WordingLanguage = 'en'): string {
  const words = WORDS[language];
  return Number.isFinite(share) ? `${Math.round(share * 100)}${words.percent}` : words.unknown;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], language: WordingLanguage = 'en'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${WORDS[language].and} ${words[words.length - 1]}`;
}

/** Where a credit stands that does not stand in the text. */
export const PLACE_WORDS: Readonly<Record<CreditPlace['kind'], string | undefined>> = {
  text: undefined,
  authors: 'stated as author',
  'based-on': 'stated as the work that it is taken from',
};

/** How strong a credit of a wire is, or where its page states it. */
export function strengthWords(
  { strength, place, covers }: WireCreditView,
  language: WordingLanguage = 'en',
): string {
  const { places, strengths, apart } = WORDS[language];
  const elsewhere = covers || strength === 'via' ? '' : apart;
  return places[place.kind] ?? `${strengths[strength]}${elsewhere}`;
}

/** A sentence on a wire around its name, which is stored text: `lead` name `rest`. */
export function wireWords(
  wire: WireView,
  language: WordingLanguage = 'en',
): { readonly lead: string; readonly rest: string } {
  const { claim, crediting, others, own, ownEarliest, credits } = wire;
  const words = WORDS[language];
  const of = words.of(others, own.length > 0);
  const itself = own.length === 0 ? words.absent : words.present(ownEarliest);
  switch (claim) {
    case 'common-origin':
      return { lead: words.credits(crediting, of), rest: itself };
    case 'cited':
      return { lead: words.has(crediting, of), rest: itself };
    case 'said-to':
      return { lead: words.saidTo(credits.length, of), rest: '' };
  }
}

interface Wording {
  readonly and: string;
  readonly percent: string;
  readonly unknown: string;
  readonly strengths: Readonly<Record<WireStrength, string>>;
  readonly places: Readonly<Record<CreditPlace['kind'], string | undefined>>;
  /** Behind a credit that does not stand at the passage. */
  readonly apart: string;
  /** Of how many members; `besides` those of the wire itself. */
  readonly of: (others: number, besides: boolean) => string;
  readonly credits: (n: number, of: string) => string;
  readonly has: (n: number, of: string) => string;
  readonly saidTo: (n: number, of: string) => string;
  readonly absent: string;
  readonly present: (earliest: boolean) => string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    and: 'and',
    percent: ' %',
    unknown: 'not known',
    strengths: STRENGTH_WORDS,
    places: PLACE_WORDS,
    apart: ', apart from the passage',
    of: (n, besides) =>
      besides ? `of the ${counted(n, 'other member')}` : `of ${counted(n, 'member')}`,
    credits: (n, of) => `${figure(n)} ${of} ${n === 1 ? 'credits' : 'credit'}`,
    has: (n, of) => `${figure(n)} ${of} ${n === 1 ? 'has' : 'have'} something from`,
    saidTo: (n, of) => `In ${figure(n)} ${of} something was said to`,
    absent: '; the wire itself is not among the articles',
    present: (earliest) =>
      `; the wire itself is among the articles${earliest ? ', earliest seen' : ''}`,
  },
  es: {
    and: 'y',
    percent: '\u202f%',
    unknown: 'no se sabe',
    strengths: SPANISH_STRENGTHS,
    places: SPANISH_PLACES,
    apart: ', aparte del pasaje',
    of: (n, besides) => `de ${counted(n, 'miembro', 'miembros', 'es')}${besides ? ' más' : ''}`,
    credits: (n, of) => `${figure(n, 'es')} ${of} ${n === 1 ? 'cita' : 'citan'} como fuente a`,
    has: (n, of) => `${figure(n, 'es')} ${of} ${n === 1 ? 'dice' : 'dicen'} tener algo de`,
    saidTo: (n, of) => `En ${figure(n, 'es')} ${of} se declaró algo a`,
    absent: '; la propia agencia no está entre los artículos',
    present: (earliest) =>
      `; la propia agencia está entre los artículos${earliest ? ', la más antigua vista' : ''}`,
  },
};
