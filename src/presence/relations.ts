/**
 * Positions and visits that tie two states, as people see them: the passage that tells each, with its day.
 * What articles tell in the same words is one, with all its places. O(relations + mentions of a reading).
 */
import type { Article } from '../domain/article.ts';
import type { Evidence } from '../domain/judgement.ts';
import type { RelationView } from '../domain/presence-views.ts';
import type { Party, PoliticalEvent, Position, Reading, StateCode } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import { dateOf } from './from-reading.ts';

/** Longer passages are cut: short ones leave the desk, bodies stay. UTF-16 units. */
const MOST_PASSAGE = 400;
/** A longer topic is told by the passage alone. UTF-16 units. */
const MOST_TOPIC = 80;

/** Which relation of a reading: its place among the positions or the events, and the two states. */
export interface RelationPlace {
  readonly kind: RelationView['kind'];
  readonly place: number;
  readonly from: StateCode;
  readonly to: StateCode;
}

/** The parts of an article that a relation is shown with. */
export type RelationArticle = Pick<Article, 'id' | 'text' | 'published'>;

/** The relation at a place of a reading; undefined where the reading has none there. */
export function relationOf(
  { kind, place, from, to }: RelationPlace,
  reading: Reading,
  article: RelationArticle,
): RelationView | undefined {
  const base = { kind, from, to, told: article.published && dateOf(article.published) };
  if (kind === 'visit') {
    const event = reading.events[place];
    if (event === undefined) return undefined;
    const days = event.date === undefined ? undefined : reading.dates[event.date]?.days;
    const more = { stance: undefined, topic: undefined, days };
    return { ...base, ...more, ...toldAt(event, event.sentence, article) };
  }
  const position = reading.positions[place];
  if (position === undefined) return undefined;
  const { stance } = position;
  const topic = topicOf(position.towards, reading);
  return {
    ...base,
    stance,
    topic,
    days: undefined,
    ...toldAt(position, hullOf(position), article),
  };
}

function toldAt(
  { told }: Position | PoliticalEvent,
  span: Span,
  { id, text }: RelationArticle,
): Pick<RelationView, 'attributed' | 'passage' | 'evidence'> {
  const end = Math.min(span.end, span.begin + MOST_PASSAGE);
  const cut = { begin: span.begin, end };
  const passage = `${text.slice(cut.begin, end)}${end < span.end ? ' …' : ''}`;
  return { attributed: told !== undefined, passage, evidence: [{ article: id, span: cut }] };
}

/** From the holder to the topic, if they stand close together. */
function hullOf({ span, holder, towards }: Position): Span {
  const join = (a: Span, b: Span): Span => ({
    begin: Math.min(a.begin, b.begin),
    end: Math.max(a.end, b.end),
  });
  const least = join(span, towards.span);
  const whole = join(least, holder.span);
  return whole.end - whole.begin <= MOST_PASSAGE ? whole : least;
}

/** A name of a person stands in the passage alone. */
function topicOf({ span, text, entity, state }: Party, { mentions }: Reading): string | undefined {
  if (entity !== undefined && entity === `state:${state}`) return undefined;
  const named = mentions.some(
    (one) => one.kind === 'person' && one.span.begin < span.end && span.begin < one.span.end,
  );
  return named || entity?.startsWith('person:') || text.length > MOST_TOPIC ? undefined : text;
}

/** Relations in the order of their days, newest first, undated ones last; the same words once. */
export function newestFirst(relations: readonly RelationView[]): RelationView[] {
  const alike = new Map<string, { readonly first: RelationView; readonly evidence: Evidence[] }>();
  for (const one of [...relations].sort((a, b) => compare(a.told ?? '9', b.told ?? '9'))) {
    const { kind, from, to, stance, topic, passage } = one;
    const key = JSON.stringify([kind, from, to, stance, topic, passage]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { first: one, evidence: [...one.evidence] });
    else known.evidence.push(...one.evidence);
  }
  const dayOf = ({ days, told }: RelationView): string => days?.last ?? told ?? '';
  return [...alike.values()]
    .map(({ first, evidence }) => ({ ...first, evidence }))
    .sort((a, b) => compare(dayOf(b), dayOf(a)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
