/**
 * What would be expected of one pair, from official lists of the ledger and the ties: by each set of
 * predictors, for each unit that lists count. A state that a host's list does not name counts 0 there.
 */
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { FitView, PresenceView, SizeView } from '../../domain/presence-views.ts';
import type { PresenceUnit, StateCode } from '../../domain/reading.ts';
import type { LikeGroup } from '../../presence/like-with-like.ts';
import {
  type CannotSay,
  type Expectation,
  expectationOf,
  PREDICTOR_SETS,
  type PredictorSet,
} from '../../presence/model/expected-size.ts';
import type { Observation } from '../../presence/model/predictors.ts';
import { readSizes, type SizeReading, sizeSentence } from '../../presence/size-readings.ts';
import { shownCount } from '../../presence/small-counts.ts';
import { pairOf, sizedStates, type TieIndex } from './tie-index.ts';

/** What the importer of lists says of a mission that is not in the host. */
const ELSEWHERE = /\bresides elsewhere\b/;

const SETS = Object.keys(PREDICTOR_SETS) as PredictorSet[];

/** What is expected of any pair, by the unit counted: it follows from entries and ties alone. */
export type SizeModels = Map<PresenceUnit, readonly (Expectation | CannotSay)[]>;

/** The readings of a pair's sizes, with the sentence that they come to. `known`: models made before. */
export function expectedSizes(
  entries: readonly LedgerEntry[],
  groups: readonly LikeGroup<LedgerEntry>[],
  ties: TieIndex,
  { sender, host }: { readonly sender: StateCode; readonly host: StateCode },
  known: SizeModels = new Map(),
): PresenceView['size'] {
  const models: SizeModels = new Map();
  const modelsOf = (unit: PresenceUnit): readonly (Expectation | CannotSay)[] => {
    const model = known.get(unit) ?? fitted(observed(entries, unit, ties));
    known.set(unit, model);
    models.set(unit, model);
    return model;
  };
  const readings = readSizes(groups, pairOf(ties, sender, host), modelsOf);
  const all = [...models].flatMap(([unit, fits]) => fits.map((fit) => ({ unit, fit })));
  return {
    sentence: sizeSentence(readings),
    readings: readings.map(sizeView),
    fits: all.flatMap(({ unit, fit }) => (fit.kind === 'expects' ? [fitView(unit, fit)] : [])),
    cannotSay: [
      ...new Set(all.flatMap(({ fit }) => (fit.kind === 'cannot-say' ? [fit.reason] : []))),
    ],
  };
}

/** What is expected of any pair, unit by unit of the lists that the ledger holds: how well, or why nothing is. */
export function fitLists(
  entries: readonly LedgerEntry[],
  ties: TieIndex,
): Pick<PresenceView['size'], 'fits' | 'cannotSay'> {
  const listed = entries.filter(({ kind }) => kind === 'official-list');
  const units = [...new Set(listed.map(({ unit }) => unit))];
  const all = units.flatMap((unit) =>
    fitted(observed(entries, unit, ties)).map((fit) => ({ unit, fit })),
  );
  return {
    fits: all.flatMap(({ unit, fit }) => (fit.kind === 'expects' ? [fitView(unit, fit)] : [])),
    cannotSay: all.flatMap(({ unit, fit }) =>
      fit.kind === 'cannot-say' ? [`${unit}: ${fit.reason}`] : [],
    ),
  };
}

/** Counts of one unit by the newest official list of each host, zeros included. */
export function observed(
  entries: readonly LedgerEntry[],
  unit: PresenceUnit,
  ties: TieIndex,
): Observation[] {
  const lists = new Map<StateCode, { day: string; counts: Map<StateCode, number> }>();
  for (const { kind, measure, unit: counted, host, sender, asOf, number, stated = '' } of entries) {
    if (kind !== 'official-list' || measure !== 'level' || counted !== unit) continue;
    if (asOf === undefined || number === undefined || number.min !== number.max) continue;
    const known = lists.get(host);
    const list = known?.day === asOf.last ? known : { day: asOf.last, counts: new Map() };
    if (known !== undefined && known.day > asOf.last) continue;
    lists.set(host, list);
    // Whoever is accredited from elsewhere is not present.
    list.counts.set(sender, ELSEWHERE.test(stated) ? 0 : number.min);
  }
  const states = sizedStates(ties);
  return [...lists].flatMap(([host, { counts }]) =>
    [...new Set([...states, ...counts.keys()])]
      .filter((sender) => sender !== host)
      .map((sender) => ({ ...pairOf(ties, sender, host), count: counts.get(sender) ?? 0 })),
  );
}

/** Every set of predictors on those observations of which all its predictors are known. */
function fitted(observations: readonly Observation[]): (Expectation | CannotSay)[] {
  return SETS.map((set) => {
    const wanted = PREDICTOR_SETS[set];
    const whole = observations.filter(({ predictors }) =>
      wanted.every((one) => predictors[one] !== undefined),
    );
    if (whole.length === 0 && observations.length > 0) {
      const lacking = wanted.filter((one) =>
        observations.every(({ predictors }) => predictors[one] === undefined),
      );
      const what = (lacking.length > 0 ? lacking : wanted).join(', ');
      return { kind: 'cannot-say', reason: `by ${set}: no tie tells ${what} (--ties adds some).` };
    }
    return expectationOf(whole, set);
  });
}

function sizeView({ entry, verdict, expected, reason }: SizeReading<LedgerEntry>): SizeView {
  const { id, unit, scope, number } = entry;
  return {
    ...{ entry: id, count: shownCount(number!), unit, scope, verdict, reason },
    expected: expected.map(({ set, size: { low, mean, high, beyond } }) => {
      return { set, low, mean, high: Number.isFinite(high) ? high : null, beyond };
    }),
  };
}

function fitView(
  unit: PresenceUnit,
  { set, observations, hosts, fit, leftOut }: Expectation,
): FitView {
  return {
    ...{ unit, set, observations, hosts, r2: fit.r2 },
    ...{ leftOutR2: leftOut.r2, leftOutSpearman: leftOut.spearman },
  };
}
