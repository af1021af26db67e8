/**
 * Counts what of a reading is right against the gold of its record. `acceptance-match.ts` says
 * when an item is right. Each item of the reading is given to one item of the gold at most. What
 * is optional in the gold counts neither when found nor when not. Roles, venues, utterance dates,
 * relaying outlets and speakers are asked of the attributions that are aligned: of a missed one
 * they are missed, of an invented one they are not counted, since the attribution itself is.
 * `STATEMENT` events, sets and vague dates (`…_REF`) are not scored.
 */
import type { Attribution, Reading } from '../src/domain/reading.ts';
import type { GoldAttribution, GoldRecord, GoldSlot } from './acceptance-gold.ts';
import { among, type Matcher, openMatcher, sameName } from './acceptance-match.ts';
import {
  addTally,
  emptyScore,
  type Pairing,
  type Part,
  pairUp,
  type Score,
  type Tally,
} from './acceptance-tally.ts';

/** What is scored of one record, with what differs: one line an item. */
export interface Scored {
  readonly score: Score;
  readonly differences: readonly string[];
}

interface Run {
  readonly gold: GoldRecord['gold'];
  readonly reading: Reading;
  readonly text: string;
  readonly match: Matcher;
  readonly score: Score;
  readonly differences: string[];
}

/** Scores one reading. Throws where the gold was not read by `readGold` and is not in its text. */
export function scoreReading(record: GoldRecord, reading: Reading): Scored {
  const score = emptyScore();
  const differences: string[] = [];
  const { text, gold } = record;
  const run: Run = { gold, reading, text, match: openMatcher(text), score, differences };
  scoreAttributions(run);
  scoreEvents(run);
  scoreCounts(run);
  scoreOthers(run);
  return { score, differences };
}

function countPairing(run: Run, part: Part, pairing: Pairing): void {
  addTally(run.score[part], {
    right: pairing.pairs.size,
    invented: pairing.invented.length,
    missed: pairing.missed.length,
  });
}

function tell(run: Run, part: Part, side: 'missed' | 'invented', item: unknown): void {
  run.differences.push(`${part} ${side}: ${JSON.stringify(item)}`);
}

function tellPairing(
  run: Run,
  part: Part,
  pairing: Pairing,
  gold: readonly unknown[],
  found: readonly unknown[],
): void {
  for (const i of pairing.missed) tell(run, part, 'missed', gold[i]);
  for (const j of pairing.invented) tell(run, part, 'invented', found[j]);
}

function scoreAttributions(run: Run): void {
  const { gold, reading, match, score } = run;
  const pairing = pairUp({
    gold: gold.attributions,
    found: reading.attributions,
    right: match.attribution,
    near: match.nearAttribution,
    ignored: (found) => match.deed(gold, found),
  });
  countPairing(run, 'aligned', pairing);
  const shown = reading.attributions.map((found) => shownAttribution(run, found));
  tellPairing(run, 'attributions', pairing, gold.attributions, shown);
  score.attributions.invented += pairing.invented.length;
  gold.attributions.forEach((item, i) => {
    if (item.optional === true) return;
    const at = pairing.pairs.get(i);
    const found = at === undefined ? undefined : reading.attributions[at]!;
    const right = scoreStance(run, item, found);
    if (found !== undefined && !right) tell(run, 'attributions', 'invented', shown[at!]);
    scoreSpeaker(run, item, found);
    scoreSlots(run, item, found);
    const outer = item.within === undefined ? undefined : pairing.pairs.get(item.within);
    const asked = item.within !== undefined || found?.within !== undefined;
    if (asked) scoreSlot(run, 'nested', item.within, found?.within, found?.within === outer);
  });
}

/** Polarity and mode; whether both are the gold's. */
function scoreStance(run: Run, gold: GoldAttribution, found: Attribution | undefined): boolean {
  const { attributions, polarity, mode } = run.score;
  if (found === undefined) {
    for (const tally of [attributions, polarity, mode]) tally.missed++;
    return false;
  }
  // "says" is what a quote left standing has: there is no cue to judge by.
  const rightPolarity = among(gold.polarity, found.cue?.polarity ?? 'says');
  const rightMode = among(gold.mode, found.mode);
  mark(polarity, rightPolarity);
  mark(mode, rightMode);
  mark(attributions, rightPolarity && rightMode);
  return rightPolarity && rightMode;
}

/** A wrong answer is invented, and the right one is missed. */
function mark(tally: Tally, right: boolean): void {
  if (right) tally.right++;
  else {
    tally.invented++;
    tally.missed++;
  }
}

function scoreSpeaker(run: Run, gold: GoldAttribution, found: Attribution | undefined): void {
  if (gold.entityName === undefined) return;
  const wanted = gold.entityName ?? undefined;
  const name = found?.source?.name;
  scoreSlot(run, 'speakers', wanted, name, wanted !== undefined && sameName(wanted, name));
}

/** One value: `right` is asked only where both sides have one. */
function scoreSlot(run: Run, part: Part, gold: unknown, found: unknown, right: boolean): void {
  const tally = run.score[part];
  if (gold !== undefined && found !== undefined && right) {
    tally.right++;
    return;
  }
  if (gold !== undefined) {
    tally.missed++;
    tell(run, part, 'missed', gold);
  }
  if (found !== undefined) {
    tally.invented++;
    tell(run, part, 'invented', found);
  }
}

function scoreSlots(run: Run, gold: GoldAttribution, found: Attribution | undefined): void {
  const { match, reading } = run;
  const asked = (slot: GoldSlot) => gold.unscored?.includes(slot) !== true;
  const { role, venue, uttered } = gold;
  // Of a described speaker ("officials") no role is asked.
  if (asked('role') && (role !== undefined || typeof gold.entityName === 'string')) {
    const own = found?.role;
    const right =
      role !== undefined &&
      own !== undefined &&
      match.phrase(role, own.span) &&
      own.former === (gold.former === true);
    scoreSlot(run, 'roles', role, own, right);
  }
  if (asked('venue')) {
    const own = found?.venue;
    const right = venue !== undefined && own !== undefined && match.phrase(venue, own.span);
    scoreSlot(run, 'venues', venue, own, right);
  }
  if (asked('uttered')) {
    const own = found?.uttered === undefined ? undefined : reading.dates[found.uttered]?.value;
    const vague = own !== undefined && uttered === undefined && isVague(own);
    const right = uttered !== undefined && own !== undefined && among(uttered, own);
    scoreSlot(run, 'uttered', uttered, vague ? undefined : own, right);
  }
  if (asked('via')) scoreVia(run, gold, found);
}

/** The chain in order: each link of the gold takes the next one of the reading that fits. */
function scoreVia(run: Run, gold: GoldAttribution, found: Attribution | undefined): void {
  const chain = found?.via ?? [];
  let next = 0;
  for (const link of gold.via ?? []) {
    const at = chain.findIndex((own, j) => j >= next && run.match.via(link, own));
    const optional = typeof link !== 'string' && link.optional === true;
    const passed = at === -1 ? [] : chain.slice(next, at);
    for (const own of passed) scoreSlot(run, 'via', undefined, own.text, false);
    if (at !== -1) next = at + 1;
    if (!optional) scoreSlot(run, 'via', link, at === -1 ? undefined : chain[at]!.text, true);
  }
  for (const own of chain.slice(next)) scoreSlot(run, 'via', undefined, own.text, false);
}

function scoreEvents(run: Run): void {
  const { gold, reading, match } = run;
  const found = reading.events.filter(({ type, kind }) => type !== 'STATEMENT' && kind !== 'state');
  const pairing = pairUp({ gold: gold.events, found, right: match.event, near: match.nearEvent });
  countPairing(run, 'events', pairing);
  tellPairing(run, 'events', pairing, gold.events, found);
  for (const [i, j] of pairing.pairs) {
    scoreDate(run, 'eventDates', gold.events[i]!.date, found[j]!.date);
  }
}

function scoreCounts(run: Run): void {
  const { gold, reading, match } = run;
  const found = reading.counts;
  const pairing = pairUp({
    gold: gold.counts,
    found,
    right: match.count,
    near: (item, own) => match.touches(item.trigger, own.span),
  });
  countPairing(run, 'counts', pairing);
  tellPairing(run, 'counts', pairing, gold.counts, found);
  for (const [i, j] of pairing.pairs) {
    scoreDate(run, 'countDates', gold.counts[i]!.asOf, found[j]!.asOf);
  }
}

type Values = string | readonly string[] | undefined;

function scoreDate(run: Run, part: Part, gold: Values, place: number | undefined): void {
  const value = place === undefined ? undefined : run.reading.dates[place]?.value;
  const right = gold !== undefined && value !== undefined && among<string>(gold, value);
  scoreSlot(run, part, gold, value, right);
}

function scoreOthers(run: Run): void {
  const { gold, reading, match } = run;
  const positions = pairUp({
    gold: gold.positions,
    found: reading.positions,
    right: match.position,
    near: (item, own) =>
      match.touches(item.trigger, own.span) || match.touches(item.towards, own.towards.span),
  });
  countPairing(run, 'positions', positions);
  tellPairing(run, 'positions', positions, gold.positions, reading.positions);
  const staleness = pairUp({
    gold: gold.staleness,
    found: reading.staleness,
    right: (item, own) => among(item.kind, own.kind) && match.touches(item.trigger, own.span),
    near: (item, own) => match.touches(item.trigger, own.span),
  });
  countPairing(run, 'staleness', staleness);
  tellPairing(run, 'staleness', staleness, gold.staleness, reading.staleness);
  const dates = pairUp({
    gold: gold.dates,
    found: reading.dates,
    right: (item, own) => among(item.value, own.value) && match.touches(item.trigger, own.span),
    near: (item, own) => match.touches(item.trigger, own.span),
    ignored: ({ value, type }) => type === 'SET' || isVague(value),
  });
  countPairing(run, 'dates', dates);
  tellPairing(run, 'dates', dates, gold.dates, reading.dates);
}

const isVague = (value: string): boolean => value.endsWith('_REF');

/** An attribution as the list of differences shows it: words instead of offsets. */
function shownAttribution({ text }: Run, found: Attribution): object {
  return {
    source: found.source?.text,
    cue: found.cue?.text,
    content: found.content.map(({ begin, end }) => text.slice(begin, end)),
    mode: found.mode,
    polarity: found.cue?.polarity,
  };
}
