/**
 * Expressions of time in a text, with TIMEX3 types and values (TimeML; Pustejovsky et al. 2003). The
 * forms of the language are looked for from every piece of the text on; of those that begin there the
 * longest that has a value is taken. Linear in the text.
 */
import type { DateMention, ReadLanguage } from '../../domain/reading.ts';
import type { Document } from '../document.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { dayOfIso, daysOfValue } from './calendar.ts';
import { type DateLexicon, openDateLexicon } from './date-lexicon.ts';
import { type FormMatch, matchesAt } from './forms.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { tenseAt } from './tense.ts';
import type { Valued } from './timex.ts';
import { type Anchor, valuedBy } from './values.ts';

/** A date named more sentences ago is not what "the day before" counts from. */
const NEAR_SENTENCES = 3;

export type ReadDates = (document: Document) => DateMention[];

/** The reader of dates for all languages; the list of one is read when it is first met. */
export function openDates(lexicon: LexiconSource): ReadDates {
  const opened = new Map<ReadLanguage, DateLexicon>();
  return (document) => {
    let known = opened.get(document.language);
    if (known === undefined) {
      known = openDateLexicon(lexicon, document.language);
      opened.set(document.language, known);
    }
    return datesIn(document, known);
  };
}

/** In place of a value, where words only look like an expression of time. */
const NOTHING: Valued = { type: 'DATE', value: '', basis: 'unresolved' };

interface Taken extends Valued {
  readonly match: FormMatch;
}

/** The last date of day or coarser that the text has named. */
interface Previous {
  readonly value: string;
  readonly day: number;
  readonly sentence: number;
}

function datesIn(document: Document, lexicon: DateLexicon): DateMention[] {
  const pieces = piecesOf(document);
  const published = document.published === undefined ? undefined : dayOfIso(document.published);
  const dates: DateMention[] = [];
  let previous: Previous | undefined;
  let limit = 0;
  for (let at = 0; at < pieces.length; ) {
    const { sentence } = pieces[at]!;
    while (limit < pieces.length && pieces[limit]!.sentence <= sentence) limit++;
    const near = previous && sentence - previous.sentence < NEAR_SENTENCES ? previous : undefined;
    const known = { published, previous: near };
    const taken = bestAt(at, { pieces, limit, lexicon, known });
    if (taken === undefined) {
      at++;
      continue;
    }
    at = taken.match.end;
    if (taken.match.template.is === 'none') continue;
    const mention = mentionOf(document.text, pieces, taken);
    dates.push(mention);
    const day = mention.days && dayOfIso(mention.days.first);
    // What another date is compared with ("a year earlier") is not what the next one counts from.
    const compared = taken.match.template.is === 'shift' && taken.match.slots.unit === 'Y';
    if (day !== undefined && !compared) previous = { value: mention.value, day, sentence };
  }
  return dates;
}

/** What a place is looked at with. */
interface Sight {
  readonly pieces: readonly Piece[];
  readonly limit: number;
  readonly lexicon: DateLexicon;
  readonly known: Omit<Anchor, 'tense'>;
}

/**
 * The longest expression with a value that begins at a place, behind the context that stands there, or
 * inside such a one: "en el pasado" gives way to "el pasado mes de abril".
 */
function bestAt(at: number, sight: Sight): Taken | undefined {
  let best = firstValued(at, sight);
  if (best === undefined || best.match.template.is === 'none') return best;
  const { end } = best.match;
  for (let inside = at + 1; inside < end; inside++) {
    const inner = firstValued(inside, sight);
    if (inner !== undefined && lengthOf(inner) > lengthOf(best)) best = inner;
  }
  return best;
}

const lengthOf = ({ match }: Taken): number => match.end - match.begin;

function firstValued(at: number, { pieces, limit, lexicon, known }: Sight): Taken | undefined {
  for (const match of matchesAt(lexicon.forms, pieces, at, limit)) {
    if (match.template.is === 'none') return { match, ...NOTHING };
    const tense = () => tenseAt(pieces, match.begin, match.end, lexicon.tenses);
    const valued = valuedBy(match.template.is, match.slots, { ...known, tense });
    if (valued !== undefined) return { match, ...valued };
  }
  return undefined;
}

function mentionOf(text: string, pieces: readonly Piece[], taken: Taken): DateMention {
  const { match, type, value, basis } = taken;
  const span = { begin: pieces[match.begin]!.begin, end: pieces[match.end - 1]!.end };
  return {
    span,
    text: text.slice(span.begin, span.end),
    type,
    value,
    basis,
    days: type === 'DATE' || type === 'TIME' ? daysOfValue(value) : undefined,
  };
}
