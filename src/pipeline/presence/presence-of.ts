/** One state's presence in another, from what the ledger holds: series, steps, sizes, displacement, ties. */
import type { LedgerEntry } from '../../domain/ledger.ts';
import type {
  DisplacementView,
  PresenceView,
  SeriesView,
  StepView,
  SupersededView,
} from '../../domain/presence-views.ts';
import type { PresenceUnit, StateCode } from '../../domain/reading.ts';
import type { Tie } from '../../domain/ties.ts';
import { changePoints } from '../../presence/change/change-points.ts';
import { listPairs, type NoiseFloor, noiseFloorOf } from '../../presence/change/noise-floor.ts';
import { judgeSteps, LEVEL, type Step } from '../../presence/change/step.ts';
import { displacementOf } from '../../presence/displacement.ts';
import { displacementSentences, RIVAL_WORDS } from '../../presence/displacement-wording.ts';
import { isEarlier, type LikeGroup, likeWithLike } from '../../presence/like-with-like.ts';
import { type Reconciliation, reconciliationsOf } from '../../presence/reconciliation.ts';
import { isFew, shownCount } from '../../presence/small-counts.ts';
import { correctionsOf, standing } from '../../presence/superseding.ts';
import type { Desk } from '../desk.ts';
import { entryView } from './entry-view.ts';
import { expectedSizes, fitLists, type SizeModels } from './expected-sizes.ts';
import { knownTies } from './keep-ties.ts';
import { relationsOf } from './relations-of.ts';
import { statedBy } from './stated-by.ts';
import { indexTies, type TieIndex } from './tie-index.ts';

/** Exact dated counts from which a series is long enough for change points. */
const LONG_SERIES = 6;

/** What every pair is held against: it costs seconds where there are many ties, and may be kept. */
export interface PresenceBasis {
  readonly held: readonly LedgerEntry[];
  /** Those of them that no other one corrects. */
  readonly all: readonly LedgerEntry[];
  readonly floors: ReadonlyMap<PresenceUnit, NoiseFloor>;
  readonly ties: readonly Tie[];
  readonly index: TieIndex;
  /** Filled as units are asked for. */
  readonly models: SizeModels;
}

/** `until` in milliseconds since the epoch: entries of later days are left out. */
export async function presenceBasis(desk: Desk, until?: number): Promise<PresenceBasis> {
  const entries = await desk.store.entries();
  const held = until === undefined ? entries : statedBy(entries, until);
  const all = standing(held);
  const ties = await knownTies(desk);
  const index = indexTies(ties);
  return { held, all, floors: floorsOf(all), ties, index, models: new Map() };
}

/** All that can be said of the presence of `sender` in `host`. */
export async function presenceOf(
  desk: Desk,
  sender: StateCode,
  host: StateCode,
  basis?: PresenceBasis,
): Promise<PresenceView> {
  // What another entry corrects is shown, and takes part in nothing.
  const { held, all, floors, ties, index, models } = basis ?? (await presenceBasis(desk));
  const groups = likeWithLike(all.filter((one) => one.sender === sender && one.host === host));
  return {
    sender,
    host,
    series: groups.map((group) => seriesOf(group, floors.get(group.unit))),
    superseded: supersededOf(held, sender, host),
    reconciliations: sumsOf(groups),
    size: expectedSizes(all, groups, index, { sender, host }, models),
    displacement: displacements(all, sender),
    ties: ties.filter((tie) => isBetween(tie, sender, host)),
    relations: await relationsOf(desk, sender, host),
  };
}

/** The models that the ledger's lists and the ties allow. */
export async function fitsOf(
  desk: Desk,
): Promise<Pick<PresenceView['size'], 'fits' | 'cannotSay'>> {
  return fitLists(standing(await desk.store.entries()), indexTies(await knownTies(desk)));
}

function isBetween({ from, to }: Tie, a: StateCode, b: StateCode): boolean {
  return to === undefined
    ? from === a || from === b
    : (from === a && to === b) || (from === b && to === a);
}

function seriesOf(group: LikeGroup<LedgerEntry>, floor: NoiseFloor | undefined): SeriesView {
  const { measure, unit, scope, unverified, entries, differing } = group;
  return {
    measure,
    unit,
    scope,
    unverified,
    entries: entries.map(entryView),
    differing: differing.map((run) => run.map(({ id }) => id)),
    steps: measure === 'level' ? stepsIn(entries, floor) : [],
    changes: measure === 'level' ? changesIn(entries) : [],
  };
}

function supersededOf(
  held: readonly LedgerEntry[],
  sender: StateCode,
  host: StateCode,
): SupersededView[] {
  const corrections = correctionsOf(held);
  return held.flatMap((entry) => {
    const by = corrections.get(entry.id);
    if (by === undefined || entry.sender !== sender || entry.host !== host) return [];
    const { measure, unit, scope } = entry;
    return [{ ...entryView(entry), measure, unit, scope, by }];
  });
}

/** Between each dated count and the next that is surely later. */
function stepsIn(entries: readonly LedgerEntry[], floor: NoiseFloor | undefined): StepView[] {
  const dated = entries.filter(({ asOf, number }) => asOf !== undefined && number !== undefined);
  const questions = dated.flatMap((after, i) => {
    const before = dated.slice(0, i).findLast((one) => isEarlier(one.asOf, after.asOf));
    return before === undefined ? [] : [{ before, after }];
  });
  const judged = judgeSteps(questions, floor);
  return questions.flatMap(({ before, after }, i) => {
    const step = judged[i];
    if (step === undefined) return [];
    const { kind, direction } = step;
    const sentence = stepWords(before, after, step);
    return [{ from: before.id, to: after.id, kind, direction, sentence }];
  });
}

function stepWords(before: LedgerEntry, after: LedgerEntry, step: Step): string {
  const [from, to] = [before, after].map(({ number }) => shownCount(number!));
  const days = `${before.asOf!.first} to ${after.asOf!.last}`;
  const noise =
    step.asLargeInLists === undefined
      ? 'how much lists differ by themselves is not known here'
      : `${Math.round(step.asLargeInLists * 100)} % of changes between lists are as large`;
  const words = step.kind === 'step' ? `a step ${step.direction}` : 'no step beyond chance';
  const loose = before.unit === 'unstated' || before.scope === 'unstated';
  const doubt = loose
    ? '; unit or scope is not stated, so both ends may count different things'
    : '';
  // The probability would tell whether it is one or two.
  const few = isFew(before.number!) || isFew(after.number!);
  const chance = few ? 'so few that no probability is shown' : `p ${chanceWords(step.p)}; ${noise}`;
  return `${from} → ${to}, ${days}: ${words} (${chance})${doubt}`;
}

/** How much lists of a unit differ by themselves; each unit has its own. */
function floorsOf(entries: readonly LedgerEntry[]): ReadonlyMap<PresenceUnit, NoiseFloor> {
  const groups = likeWithLike(entries.filter(({ kind }) => kind === 'official-list'));
  const floors = new Map<PresenceUnit, NoiseFloor>();
  for (const unit of new Set(groups.map((group) => group.unit))) {
    const floor = noiseFloorOf(listPairs(groups.filter((group) => group.unit === unit)));
    if (floor !== undefined) floors.set(unit, floor);
  }
  return floors;
}

/** Where the rate changes in a long series of exact counts, one sentence each. */
function changesIn(entries: readonly LedgerEntry[]): string[] {
  const exact = entries.filter(
    ({ asOf, number }) => asOf !== undefined && number !== undefined && number.min === number.max,
  );
  if (exact.length < LONG_SERIES) return [];
  const counts = exact.map(({ number }) => number!.min);
  return changePoints(counts, LEVEL).map(({ at, before, after, p }) => {
    const day = exact[at]!.asOf!.first;
    const [from, to] = [before, after].map((mean) =>
      shownCount({ min: Math.round(mean), max: Math.round(mean) }),
    );
    return `from ${day} on counts are about ${to} after about ${from} (p ${chanceWords(p)}, as if they were evenly spaced)`;
  });
}

const chanceWords = (p: number): string =>
  p < 0.001 ? 'below .001' : String(Math.round(p * 1000) / 1000);

/** Sums with fewer than three people in them would tell how many these are. */
function sumsOf(groups: readonly LikeGroup<LedgerEntry>[]): string[] {
  const found = reconciliationsOf(groups.flatMap(({ entries }) => entries));
  const told = found.filter(({ whole, parts, remainder }) => {
    const rest = remainder && { min: remainder.count, max: remainder.count };
    return ![whole.number!, ...parts.map(({ number }) => number!), ...(rest ? [rest] : [])].some(
      isFew,
    );
  });
  return told.map(sumWords);
}

function sumWords({ whole, parts, remainder }: Reconciliation<LedgerEntry>): string {
  const words = ({ number, unit, scope, source }: LedgerEntry): string =>
    `${shownCount(number!)} ${unit}, ${scope} (${source.name})`;
  const rest =
    remainder === undefined
      ? ''
      : ` + ${remainder.count}, which ${remainder.in.source.name} states`;
  return `${words(whole)} = ${parts.map(words).join(' + ')}${rest}: they add up, which may be chance`;
}

/** Of every unit in which people of the sender were expelled, over all days of expulsions. */
function displacements(entries: readonly LedgerEntry[], sender: StateCode): DisplacementView[] {
  const days = entries.flatMap(({ sender: from, measure, asOf }) =>
    from === sender && measure === 'expulsion' && asOf !== undefined ? [asOf] : [],
  );
  if (days.length === 0) return [];
  const first = days.map((one) => one.first).sort()[0]!;
  const last = days
    .map((one) => one.last)
    .sort()
    .at(-1)!;
  const units = new Set<PresenceUnit>(entries.map(({ unit }) => unit));
  return [...units].flatMap((unit) => {
    const found = displacementOf(entries, { sender, unit, period: { first, last } });
    if (found === undefined) return [];
    const rivals = found.rivals.map((rival) => RIVAL_WORDS[rival]);
    return [{ unit, sentences: displacementSentences(found), rivals }];
  });
}
