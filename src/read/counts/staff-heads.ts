/** Nouns that name staff, and the unit that a noun and the words around it count in. */
import type { PresenceUnit } from '../../domain/reading.ts';
import type { CountMarks } from './count-lexicon.ts';
import type { Page } from './page.ts';

export type HeadKind = (typeof HEADS)[number];

/** In the order in which they are asked: "intelligence officers" before "officers". */
const HEADS = [
  ...(['adviser', 'agent', 'presence', 'soldier', 'diplomat', 'staff', 'people'] as const),
] as const;

/** A noun of staff: its tokens from `head` to `headLast`. */
export interface StaffHead {
  readonly kind: HeadKind;
  readonly head: number;
  readonly headLast: number;
}

/** Whether a token is part of a noun of staff. */
export const isHead = (marks: CountMarks, at: number): boolean =>
  HEADS.some((kind) => marks.is(at, kind));

/** The noun of staff that begins at a token. */
export function headAt(page: Page, at: number): StaffHead | undefined {
  const { marks, document } = page;
  for (const kind of HEADS) {
    const hit = marks.startingAt(at, kind);
    if (hit === undefined) continue;
    // "embassy staff members": the last noun is the one that is counted.
    const compound = document.language === 'en' && isHead(marks, hit.last);
    const adjective = marks.is(at, 'diplomatic') && isAdjective(page, at);
    if (compound || adjective || marks.is(hit.last, 'posts')) return undefined;
    return { kind, head: at, headLast: hit.last };
  }
  if (isAccredited(page, at) || isNationals(page, at)) {
    return { kind: 'people', head: at, headLast: at + 1 };
  }
  return isTechnical(page, at) ? { kind: 'staff', head: at, headLast: at + 1 } : undefined;
}

/** "tiene 85 acreditados": an adjective that stands for those it is said of. */
function isAccredited({ marks, document, refAt }: Page, at: number): boolean {
  if (document.language !== 'es' || !marks.is(at, 'accredited')) return false;
  const before = refAt(at - 1)?.form === 'demonym' ? at - 2 : at - 1;
  const alone = !isHead(marks, before) && !marks.is(at - 2, 'staff');
  return alone && document.tokens[at]!.lower.endsWith('s');
}

const ENDINGS = { en: /s$/, es: /s$/, ru: /(?:[ыиея]|ов|ей|ан|ам|ями?|ами)$/u } as const;

/** Whether a word stands alone behind a number, in the plural: no adjective of a noun behind it. */
function isCountedNoun({ document, marks, numberEnding }: Page, at: number): boolean {
  if (numberEnding(at) === undefined || isHead(marks, at + 1)) return false;
  const next = document.tags[at + 1];
  if (next === 'NOUN' || next === 'PROPN' || next === 'ADJ') return false;
  return ENDINGS[document.language].test(document.tokens[at]!.lower);
}

/** "employs 40 Russians". */
function isNationals(page: Page, at: number): boolean {
  return page.refAt(at)?.form === 'demonym' && isCountedNoun(page, at);
}

/** "11 technicians", "quince técnicos". */
function isTechnical(page: Page, at: number): boolean {
  return page.marks.is(at, 'administrative') && isCountedNoun(page, at);
}

/** "personal diplomático", "crisis diplomática": the noun before it is what is spoken of. */
function isAdjective({ marks, document, numberEnding }: Page, at: number): boolean {
  if (document.language !== 'es' || numberEnding(at) !== undefined) return false;
  return document.tags[at - 1] === 'NOUN' || isHead(marks, at - 1);
}

/** What the words around a noun tell of its unit. */
export interface UnitFacts {
  readonly intelligence: boolean;
  readonly administrative: boolean;
  readonly accredited: boolean;
  readonly consular: boolean;
  /** "diplomats and employees": of several kinds. */
  readonly mixed: boolean;
}

/** The unit of a phrase; employees of nobody knows what are `staff`. */
export function unitOf(kind: HeadKind, facts: UnitFacts): PresenceUnit {
  switch (kind) {
    case 'diplomat':
      return facts.mixed ? 'staff' : 'diplomats';
    case 'agent':
      return facts.mixed ? 'staff' : 'intelligence-officers';
    case 'soldier':
    case 'adviser':
      return 'military';
    case 'presence':
      return 'unstated';
    case 'staff':
    case 'people':
      return unitOfStaff(facts);
  }
}

function unitOfStaff({
  intelligence,
  administrative,
  accredited,
  ...more
}: UnitFacts): PresenceUnit {
  if (accredited) return 'accredited';
  if (administrative) return 'administrative-technical';
  return intelligence && !more.consular && !more.mixed ? 'intelligence-officers' : 'staff';
}

const COLLECTIVE =
  /^(?:staff|personnel|workforce|headcount|personal|plantilla|dotación|nómina|персонал|штат|дипперсонал)/u;

/** "personnel", "plantilla", "штат": a noun of all who serve somewhere. */
export function isCollective({ marks, document }: Page, head: number): boolean {
  return marks.is(head, 'staff') && COLLECTIVE.test(document.tokens[head]!.lower);
}
