/**
 * Events, counts and positions that a model names, looked up in the article. Their parties and dates
 * must stand in the paragraph of the words that tell them; a number must be in those words.
 */
import type { Party, PoliticalEvent, Position, PresenceCount } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { CountItem, EventItem, PositionItem } from './reading-answer.ts';
import { dateAt, partyAt, phraseAt, sentenceAt } from './reading-ground.ts';
import { refuse } from './reading-refusals.ts';
import { around, type Lookup, partIn } from './reading-statements.ts';

/** The event that an item says; `undefined`, counted, where its words are not in the article. */
export function eventOf(item: EventItem, lookup: Lookup): PoliticalEvent | undefined {
  const told = tellingOf(item, lookup);
  if (told === undefined) return undefined;
  const { ground } = lookup;
  const place = told.part(item.place);
  return {
    ...phraseAt(ground, told.span),
    type: item.type,
    kind: item.kind,
    status: item.status,
    actors: told.parties(item.actors),
    recipients: told.parties(item.recipients),
    place: place && phraseAt(ground, place),
    date: dateAt(ground, told.part(item.date)),
    sentence: sentenceAt(ground, told.span),
    told: undefined,
  };
}

/** The count that an item says. A number that its words do not hold is refused alone. */
export function countOf(item: CountItem, lookup: Lookup): PresenceCount | undefined {
  const told = tellingOf(item, lookup);
  if (told === undefined) return undefined;
  const [sender] = told.parties([item.sender ?? '']);
  const [host] = told.parties([item.host ?? '']);
  return {
    ...phraseAt(lookup.ground, told.span),
    measure: item.measure,
    number: numberOf(item, told.span, lookup),
    unit: item.unit,
    scope: item.scope,
    sender,
    host,
    asOf: dateAt(lookup.ground, told.part(item.date)),
    status: item.status,
    told: undefined,
  };
}

/** The position that an item says; `undefined`, counted, where its words or a party are not there. */
export function positionOf(item: PositionItem, lookup: Lookup): Position | undefined {
  const told = tellingOf(item, lookup);
  if (told === undefined) return undefined;
  const [holder] = told.parties([item.holder]);
  if (holder === undefined) return undefined;
  const [towards] = told.parties([item.towards]);
  if (towards === undefined) return undefined;
  return {
    ...phraseAt(lookup.ground, told.span),
    stance: item.stance,
    holder,
    towards,
    told: undefined,
  };
}

/** Where an item is told, and what stands in the same paragraph. */
interface Telling {
  readonly span: Span;
  readonly part: (words: string | null | undefined) => Span | undefined;
  readonly parties: (words: readonly string[] | null | undefined) => Party[];
}

function tellingOf(
  item: EventItem | CountItem | PositionItem,
  lookup: Lookup,
): Telling | undefined {
  const { ground, quotations, refused } = lookup;
  const [span] = quotations.find(item.words, item);
  if (span === undefined) {
    refuse(refused, 'not-in-text');
    return undefined;
  }
  const region = around(ground, span, 0);
  const part: Telling['part'] = (words) => partIn(words, region, span, lookup);
  const parties: Telling['parties'] = (all) =>
    (all ?? []).flatMap((words) => {
      const place = part(words);
      return place === undefined ? [] : [partyAt(ground, place)];
    });
  return { span, part, parties };
}

function numberOf(
  { min, max }: CountItem,
  { begin, end }: Span,
  { ground, refused }: Lookup,
): PresenceCount['number'] {
  const low = min ?? max;
  const high = max ?? min;
  if (low == null || high == null) return undefined;
  const written = ground.numbersIn(ground.text.slice(begin, end));
  if (low <= high && written.includes(low) && written.includes(high))
    return { min: low, max: high };
  refuse(refused, 'not-in-text');
  return undefined;
}
