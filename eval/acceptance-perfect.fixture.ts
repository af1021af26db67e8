/** Readings made from the gold, to test the scorer with. */
import type { ArticleId } from '../src/domain/ids.ts';
import type {
  Attribution,
  DateMention,
  Party,
  PresenceCount,
  Reading,
  Speaker,
} from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import {
  findPhrase,
  type GoldAttribution,
  type GoldPhrase,
  type GoldRecord,
  PARTY_STATE,
} from './acceptance-gold.ts';

/** A reading in which nothing is found. */
export const EMPTY: Reading = {
  article: 'a' as ArticleId,
  reader: 'test@1',
  mentions: [],
  dates: [],
  attributions: [],
  events: [],
  counts: [],
  positions: [],
  staleness: [],
  refused: {},
};

const first = <T>(value: T | readonly T[]): T =>
  Array.isArray(value) ? (value as readonly T[])[0]! : (value as T);

/** The reading that says exactly what the gold says, what is optional with it. */
export function perfect({ text, gold }: GoldRecord): Reading {
  const at = (given: GoldPhrase): Span => findPhrase(text, given)!;
  const phrase = (given: GoldPhrase) => {
    const span = at(given);
    return { span, text: text.slice(span.begin, span.end) };
  };
  const maybe = (given: GoldPhrase | undefined) =>
    given === undefined ? undefined : phrase(given);
  const speaker = (given: GoldPhrase, name: string | undefined): Speaker => {
    const more = { form: 'named', entity: undefined, name, namedAt: undefined } as const;
    return { ...phrase(given), ...more };
  };
  const party = (given: GoldPhrase): Party[] => {
    const code = typeof given === 'string' ? PARTY_STATE.exec(given) : null;
    if (code?.[2] === '?') return [];
    if (code !== null) return [stateParty(code[1]!)];
    return [{ ...phrase(given), entity: undefined, state: undefined }];
  };
  const dates = gold.dates.map(
    (item): DateMention => ({
      ...phrase(item.trigger),
      type: 'DATE',
      value: first(item.value),
      basis: 'absolute',
      days: undefined,
    }),
  );
  const dateOf = (value: string | readonly string[] | undefined): number | undefined => {
    if (value === undefined) return undefined;
    return dates.findIndex((date) => [value].flat().includes(date.value));
  };
  const attribution = (item: GoldAttribution): Attribution => {
    const cue = item.cue === null ? undefined : phrase(item.cue);
    const unstated = item.source === null && typeof item.entityName === 'string';
    const source = unstated ? item.cue : item.source;
    const said = source === null ? undefined : speaker(source, item.entityName ?? undefined);
    return {
      source: said && unstated ? { ...said, form: 'unstated' } : said,
      cue: cue && { ...cue, lemma: cue.text, polarity: first(item.polarity) },
      content: item.content.map(at),
      mode: first(item.mode),
      role:
        item.role === undefined
          ? undefined
          : { ...phrase(item.role), former: item.former === true },
      venue: maybe(item.venue),
      uttered: dateOf(item.uttered),
      via: (item.via ?? []).map((link) => speaker(link, undefined)),
      within: item.within,
    };
  };
  return {
    ...EMPTY,
    dates,
    attributions: gold.attributions.map(attribution),
    events: gold.events.map((item) => ({
      ...phrase(item.trigger),
      type: first(item.type),
      kind: first(item.kind),
      status: first(item.status),
      actors: item.actors.flatMap(party),
      recipients: item.recipients.flatMap(party),
      place: maybe(item.place),
      date: dateOf(item.date),
      sentence: at(item.trigger),
      told: undefined,
    })),
    counts: gold.counts.map((item) => ({
      ...phrase(item.trigger),
      measure: first(item.measure),
      number: numberOf(item.number),
      unit: first(item.unit),
      scope: first(item.scope),
      sender: item.sender === undefined ? undefined : party(item.sender)[0],
      host: item.host === undefined ? undefined : party(item.host)[0],
      asOf: dateOf(item.asOf),
      status: first(item.status),
      told: undefined,
    })),
    positions: gold.positions.map((item) => ({
      ...phrase(item.trigger),
      stance: first(item.stance),
      holder: party(item.holder)[0]!,
      towards: party(item.towards)[0]!,
      told: undefined,
    })),
    staleness: gold.staleness.map((item) => ({ ...phrase(item.trigger), kind: first(item.kind) })),
  };
}

function numberOf(gold: GoldRecord['gold']['counts'][number]['number']): PresenceCount['number'] {
  if (gold === null) return undefined;
  const known = gold[0] ?? gold[1] ?? 0;
  return { min: gold[0] ?? known, max: gold[1] ?? known };
}

/** A party of which only the state is known. */
export const stateParty = (state: string): Party => ({
  span: { begin: 0, end: 0 },
  text: '',
  entity: `state:${state}`,
  state,
});
