/**
 * `presence DIR`: how well the room's model of expected size fits counts of staff and of posts, and what
 * the room says of Russia in Mexico from counts that the press reported.
 *
 * *R²* is the squared correlation of counted and expected, the figure that is usual for this estimator; the
 * share of deviance explained is given beside it (`devianceR2`), as the two differ. *loho*: hosts left out,
 * each expected from the others. *Staff*: diplomats resident in the host, by the product's largest set of
 * predictors and an effect for each host; left out, a host stands at the mean of the others' effects.
 * *Posts*: the same set with the hosts' size, without effects (base) and with effects of senders and hosts.
 */
import type { EntryDraft } from '../src/domain/ledger.ts';
import type { PresenceUnit } from '../src/domain/reading.ts';
import {
  expectationOf,
  PREDICTOR_SETS,
  type PredictorSet,
} from '../src/presence/model/expected-size.ts';
import { fitGravity } from '../src/presence/model/gravity.ts';
import { isOfHost, isOfSender } from '../src/presence/model/predictors.ts';
import type { Answer, Measure } from './measure.ts';
import { linesOf, readLedger } from './presence-ledger.ts';
import { type Panels, readPanels } from './presence-panels.ts';
import { drawTable, fraction } from './table.ts';

const EXPECTED = 'dyad_panel_staff_4hosts.csv, dyad_panel_2023_posts.csv and country_crosswalk.csv';
const MEASURED: PredictorSet = 'all ties';
const SETS = Object.keys(PREDICTOR_SETS) as PredictorSet[];

/** The measure of the room of presence. */
export const presence: Measure = {
  name: 'presence',
  argument: 'DIR',
  summary: 'panels of staff and posts: fit of expected sizes, hosts left out; Russia in Mexico',
  run: async (path) => {
    const panels = readPanels(path);
    if (panels === undefined) return { kind: 'absent', place: path, expected: EXPECTED };
    const answer = answerOf(panels);
    const pair = panels.posts.find(({ sender, host }) => sender === 'RU' && host === 'MX');
    if (pair === undefined) return answer;
    const ofStaff = SETS.map((set) => expectationOf(panels.staff, set));
    // A pair that is asked of is left out of what is expected of it.
    const ofPosts = SETS.map((set) =>
      expectationOf(
        panels.posts.filter((one) => one !== pair),
        set,
      ),
    );
    const expectations = (unit: PresenceUnit) =>
      unit === 'diplomats' ? ofStaff : unit === 'posts' ? ofPosts : [];
    const posts: EntryDraft = {
      ...{ sender: pair.sender, host: pair.host },
      ...({ measure: 'level', unit: 'posts', scope: 'country', kind: 'dataset' } as const),
      ...{ number: { min: pair.count, max: pair.count } },
      ...{ asOf: { first: '2023-01-01', last: '2023-12-31' }, source: { name: 'panel of posts' } },
    };
    const lines = linesOf([...(await readLedger(path)), posts], pair, expectations);
    return { ...answer, table: `${answer.table}\n\n${lines.join('\n')}` };
  },
};

function answerOf({ staff, posts }: Panels): Answer & { kind: 'measured' } {
  const rows: string[][] = [];
  let staffFigures: Record<string, number | null> = {};
  for (const set of SETS) {
    const found = expectationOf(staff, set);
    if (found.kind !== 'expects') {
      rows.push([`staff, ${set}: ${found.reason}`]);
      continue;
    }
    const { fit, leftOut } = found;
    rows.push([
      ...[`staff, ${set}`, String(fit.n), fraction(fit.r2), fraction(fit.devianceR2)],
      ...[leftOut.r2, leftOut.devianceR2, leftOut.spearman, leftOut.covered].map(fraction),
    ]);
    if (set !== MEASURED) continue;
    staffFigures = {
      ...{ n: fit.n, r2: fit.r2, lohoR2: leftOut.r2, lohoSpearman: leftOut.spearman },
      ...{ devianceR2: fit.devianceR2, lohoDevianceR2: leftOut.devianceR2 },
      ...{ lohoMeanError: leftOut.meanError, lohoCovered: leftOut.covered, hosts: leftOut.hosts },
    };
  }
  const all = [...PREDICTOR_SETS[MEASURED], ...(['host-gdp', 'host-population'] as const)];
  const base = fitGravity(posts, { predictors: all, senderEffects: false, hostEffects: false }).fit;
  const effects = fitGravity(posts, {
    predictors: all.filter((one) => !isOfHost(one) && !isOfSender(one)),
    senderEffects: true,
    hostEffects: true,
  }).fit;
  for (const [name, fit] of [
    ['posts, base', base],
    ['posts, with effects', effects],
  ] as const)
    rows.push([name, String(fit.n), fraction(fit.r2), fraction(fit.devianceR2), '', '', '', '']);
  const header = ['model', 'n', 'R²', 'devR²', 'loho R²', 'loho devR²', 'loho Spearman', 'covered'];
  return {
    kind: 'measured',
    table: drawTable(header, rows),
    figures: {
      staff: staffFigures,
      posts: {
        ...{ n: base.n, r2Base: base.r2, r2Effects: effects.r2 },
        ...{ devianceR2Base: base.devianceR2, devianceR2Effects: effects.devianceR2 },
      },
    },
  };
}
