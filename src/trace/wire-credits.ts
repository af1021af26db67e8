/**
 * Wire credits: the places where a text credits a news agency as its own source, and how strongly.
 *
 * - `dateline`: the story opens with it, `PUERTO ALBA, 12 may (EFE).-`;
 * - `byline`: a credit of the whole piece, `Con información de AFP`, a line `By The Associated Press`,
 *   a sign-off `— ТАСС`;
 * - `cited`: a sentence has it from there, `сообщает ТАСС`, `according to Reuters`;
 * - `via`: something was said to the agency, `dijo a la AFP`. The weakest: the statement is the
 *   agency's, the text perhaps not.
 *
 * A mere mention is none of these, nor is the credit of a picture, nor a name inside a quotation:
 * there the speaker has it from the agency, not the text. Short names must stand as listed, unless
 * the phrase leaves no doubt. Of each house the strongest credit counts, and the first of these.
 *
 * Rules on a window of fixed width around each mention; time linear in the text.
 */
import type { Span } from '../domain/span.ts';
import { WIRE_STRENGTHS, type WireStrength } from '../domain/trace.ts';
import { AGENCIES } from './agencies.ts';
import type { CreditWords } from './credits.ts';
import { datelineAround, type Surroundings, surroundingsOf } from './datelines.ts';
import { quoteReader } from './quoted.ts';
import * as cue from './wire-cues.ts';
import { findMentions, type WireMention, type WireTable, wireTable } from './wire-names.ts';

/** The strongest credit that a text gives one house. */
export interface WireCreditFound {
  /** Id of the agency, or of the outlet that is credited like one. */
  readonly house: string;
  readonly strength: WireStrength;
  /** The words of the credit, the name among them. */
  readonly span: Span;
  /** The text treats it as an agency: in a dateline, or beside a word for agency. */
  readonly asAgency: boolean;
}

/** The agencies that the desk knows. */
export const AGENCY_TABLE: WireTable = wireTable(AGENCIES);

/** The strongest credit of each house of `table` in the text, in order of place. */
export function wireCredits(
  words: Pick<CreditWords, 'text' | 'spans'>,
  table: WireTable,
): WireCreditFound[] {
  const best = new Map<string, WireCreditFound>();
  const isQuoted = quoteReader(words.text);
  for (const mention of findMentions(words, table)) {
    const quoted = isQuoted(mention);
    const house = mention.house.id;
    const known = best.get(house);
    if (known?.strength === 'dateline') continue;
    const found = judged(words.text, mention, quoted);
    if (found === undefined) continue;
    const asAgency = found.asAgency || known?.asAgency === true;
    const stronger = known === undefined || rank(found) < rank(known);
    best.set(house, { ...(stronger ? { house, ...found } : known), asAgency });
  }
  return [...best.values()].sort((x, y) => x.span.begin - y.span.begin);
}

const rank = ({ strength }: { readonly strength: WireStrength }): number =>
  WIRE_STRENGTHS.indexOf(strength);

/** A strength with the characters that its cue takes before and behind the name. */
interface Cue {
  readonly strength: WireStrength;
  readonly before: number;
  readonly after: number;
}

function judged(
  text: string,
  mention: WireMention,
  quoted: boolean,
): Omit<WireCreditFound, 'house'> | undefined {
  const near = surroundingsOf(text, mention);
  if (cue.JOINED_BEFORE.test(near.before) || cue.JOINED_BEHIND.test(near.after)) return undefined;
  const agency = cue.AGENCY_BEFORE.test(near.lineBefore);
  const found: Cue | undefined =
    datelineCue(near, mention) ??
    bylineAround(near, mention) ??
    (quoted ? undefined : (viaAround(near, mention, agency) ?? citedAround(near, mention, agency)));
  if (found === undefined) return undefined;
  return {
    strength: found.strength,
    span: { begin: mention.begin - found.before, end: mention.end + found.after },
    asAgency: agency || found.strength === 'dateline',
  };
}

/** The story opens with it. */
function datelineCue(near: Surroundings, { weak, house }: WireMention): Cue | undefined {
  const reach = datelineAround(near, weak || house.ambiguous === true);
  return reach === undefined ? undefined : { strength: 'dateline', ...reach };
}

/** A credit of the whole piece. */
function bylineAround(near: Surroundings, { weak, house }: WireMention): Cue | undefined {
  const { before, after, lineBefore, lineAfter, fromLineStart, toLineEnd, toTextEnd } = near;
  const byline = (length: number): Cue => ({ strength: 'byline', before: length, after: 0 });
  if (cue.PHOTO_BEFORE.test(lineBefore) || cue.PHOTO_BEHIND.test(lineAfter)) return undefined;
  const credit =
    matched(cue.CREDIT_BEFORE, lineBefore) ?? matched(cue.COPYRIGHT_BEFORE, lineBefore);
  if (credit !== undefined) return byline(credit);
  if (toTextEnd && cue.CLOSING_BEFORE.test(before) && cue.CLOSING_BEHIND.test(after)) {
    return byline(0);
  }
  if (weak) return undefined;
  if (cue.CONTRIBUTED.test(after)) return byline(0);
  if (fromLineStart && toLineEnd && cue.LINE_BEHIND.test(lineAfter)) {
    const line = cue.LINE_BEFORE.exec(lineBefore);
    const named = line?.groups?.['by'] !== undefined;
    if (line !== null && (named || house.ambiguous !== true)) return byline(0);
  }
  if (fromLineStart && cue.BYLINE_BEHIND.test(lineAfter) && cue.BYLINE_BEFORE.test(lineBefore)) {
    return byline(lineBefore.trimStart().length);
  }
  return toLineEnd && cue.SIGN_BEHIND.test(lineAfter) && cue.SIGN_BEFORE.test(lineBefore)
    ? byline(0)
    : undefined;
}

/** Said or shown to the agency. */
function viaAround(near: Surroundings, { weak }: WireMention, agency: boolean): Cue | undefined {
  const { lineBefore, after } = near;
  const via = (length: number): Cue => ({ strength: 'via', before: length, after: 0 });
  const said = matched(cue.VIA_BEFORE, lineBefore);
  // "dijo a Efe" may be said to a person; "dijo a la Efe" is not.
  if (said !== undefined && (!weak || agency || /\sla\s+$/.test(lineBefore))) return via(said);
  const past = cue.RU_PAST_BEFORE.exec(lineBefore);
  if (past !== null && !saysItself(past, after)) return via(past[0].length);
  const about = matched(cue.RU_ABOUT_BEFORE, lineBefore);
  return about !== undefined && cue.RU_ABOUT_BEHIND.test(after) ? via(about) : undefined;
}

/** `сообщил Reuters.`: nobody else is there to have said it. */
function saysItself(past: RegExpExecArray, after: string): boolean {
  return cue.RU_SAYS_ITSELF.test(past[0]) && cue.RU_SAID_END.test(after);
}

/** The text has it from the agency. */
function citedAround(near: Surroundings, mention: WireMention, agency: boolean): Cue | undefined {
  const { lineBefore, lineAfter, after, fromLineStart } = near;
  const { weak, house } = mention;
  if ((weak && !agency) || (cue.LONGER_NAME.test(after) && !agency)) return undefined;
  const cited = (before: number, behind = 0): Cue => ({
    strength: 'cited',
    before,
    after: behind,
  });
  const sure = agency || house.ambiguous !== true;
  const cueBefore =
    matched(cue.CITED_BEFORE, lineBefore) ?? matched(cue.RU_PAST_BEFORE, lineBefore);
  if (cueBefore !== undefined && (sure || cue.CLAUSE_END.test(after))) return cited(cueBefore);
  if (cue.TOOK_PART.test(after)) return cited(0);
  if (cue.SIGN_BEFORE.test(lineBefore) && cue.WITH_REFERENCE.test(after)) return cited(0);
  if (fromLineStart && cue.LEAD_BEFORE.test(lineBefore) && cue.LEAD_BEHIND.test(lineAfter)) {
    return cited(0, 1);
  }
  const behind = cue.CITED_BEHIND.exec(lineAfter);
  if (behind === null || cue.NOT_SUBJECT.test(lineBefore)) return undefined;
  const doubtful = behind.groups?.['says'] !== undefined || cue.FULL_NAME.test(lineBefore);
  return sure || !doubtful ? cited(0, behind[0].length) : undefined;
}

function matched(pattern: RegExp, text: string): number | undefined {
  return pattern.exec(text)?.[0].length;
}
