/** One state's presence in another, from what the ledger holds: series, steps, sizes, displacement, ties. */
import type { LedgerEntry } from '../../domain/ledger.ts';
import type {
  DisplacementView,
  EntryView,
  PresenceView,
  SeriesView,
  StepView,
} from '../../domain/presence-views.ts';
import type { PresenceUnit, StateCode } from '../../domain/reading.ts';
import type { Tie } from '../../domain/ties.ts';
import { type NoiseFloor, noiseFloorOf } from '../../presence/change/noise-floor.ts';
import { judgeSteps, type Step } from '../../presence/change/step.ts';
import { displacementOf } from '../../presence/displacement.ts';
import { displacementSentences, RIVAL_WORDS } from '../../presence/displacement-wording.ts';
import { isEarlier, type LikeGroup, likeWithLike } from '../../presence/like-with-like.ts';
import { type Reconciliation, reconciliationsOf } from '../../presence/reconciliation.ts';
import { shownCount } from '../../presence/small-counts.ts';
import type { Desk } from '../desk.ts';
import { expectedSizes, fitLists } from './expected-sizes.ts';
import { knownTies } from './keep-ties.ts';
import { indexTies } from './tie-index.ts';

/** All that can be said of the presence of `sender` in `host`. */
export async function presenceOf(
  desk: Desk,
  sender: StateCode,
  host: StateCode,
): Promise<PresenceView> {
  const all = await desk.store.entries();
  const groups = likeWithLike(all.filter((one) => one.sender === sender && one.host === host));
  const ties = await knownTies(desk);
  const floor = floorOf(all);
  return {
    sender,
    host,
    series: groups.map((group) => seriesOf(group, floor)),
    reconciliations: reconciliationsOf(groups.flatMap(({ entries }) => entries)).map(sumWords),
    size: expectedSizes(all, groups, indexTies(ties), { sender, host }),
    displacement: displacements(all, sender),
    ties: ties.filter((tie) => isBetween(tie, sender, host)),
  };
}

/** The models that the ledger's lists and the ties allow. */
export async function fitsOf(
  desk: Desk,
): Promise<Pick<PresenceView['size'], 'fits' | 'cannotSay'>> {
  return fitLists(await desk.store.entries(), indexTies(await knownTies(desk)));
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
  };
}

function entryView(entry: LedgerEntry): EntryView {
  const { id, number, asOf, kind, source, stated, note, evidence } = entry;
  const count = number && shownCount(number);
  return { id, count, asOf, kind, source, stated, note, evidence };
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
    return [
      { from: before.id, to: after.id, kind: step.kind, sentence: stepWords(before, after, step) },
    ];
  });
}

function stepWords(before: LedgerEntry, after: LedgerEntry, step: Step): string {
  const [from, to] = [before, after].map(({ number }) => shownCount(number!));
  const days = `${before.asOf!.first} to ${after.asOf!.last}`;
  const chance = step.p < 0.001 ? 'below .001' : `${Math.round(step.p * 1000) / 1000}`;
  const noise =
    step.asLargeInLists === undefined
      ? 'how much lists differ by themselves is not known here'
      : `${Math.round(step.asLargeInLists * 100)} % of changes between lists are as large`;
  const words = step.kind === 'step' ? `a step ${step.direction}` : 'no step beyond chance';
  const loose = before.unit === 'unstated' || before.scope === 'unstated';
  const doubt = loose
    ? '; unit or scope is not stated, so both ends may count different things'
    : '';
  return `${from} → ${to}, ${days}: ${words} (p ${chance}; ${noise})${doubt}`;
}

/** From pairs of lists of one host and unit, the later the next one after the earlier. */
function floorOf(entries: readonly LedgerEntry[]): NoiseFloor | undefined {
  const listed = entries.filter(
    ({ kind, measure }) => kind === 'official-list' && measure === 'level',
  );
  const pairs = likeWithLike(listed).flatMap(({ entries: series }) => {
    const dated = series.filter(({ asOf, number }) => asOf !== undefined && number !== undefined);
    return dated.slice(1).map((after, i) => ({
      before: dated[i]!.number!.min,
      after: after.number!.min,
    }));
  });
  return noiseFloorOf(pairs);
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
