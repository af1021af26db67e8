/**
 * `ladders`: the independence ladder against planted ones, in English, Spanish and Russian; all of it
 * invented. `--seed N` plants others of the same kinds. Some kinds leave room by design: what has one
 * owner or one name may or may not be one publisher, so that their bounds are never exact.
 */
import type { Ladder } from '../src/domain/judgement.ts';
import { type JudgedLadder, scoreLadders } from './ladder-score.ts';
import { chanceOf } from './ladders-cast.ts';
import { type PlantedCase, plantLadders } from './ladders-plants.ts';
import { runLadders } from './ladders-run.ts';
import { readStories } from './ladders-stories.ts';
import type { Figures, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

/** Desks; each holds one case a story. */
const DESKS = 30;
const SEED = 1;

export const ladders: Measure = {
  name: 'ladders',
  argument: '',
  summary: 'independence ladders against planted ones; --seed N',
  options: ['seed'],
  run: async (_, options = {}) => {
    const seed = options['seed'] === undefined ? SEED : Number(options['seed']);
    if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${seed}.`);
    const judged: (JudgedLadder & PlantedCase)[] = [];
    for (const cases of plantLadders(readStories(), DESKS, chanceOf(seed))) {
      const found = await runLadders(cases);
      cases.forEach((planted, i) => {
        judged.push({ ...planted, ladder: found[i] });
      });
    }
    return summarize(judged);
  },
};

function summarize(judged: readonly (JudgedLadder & PlantedCase)[]) {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  const scores = kinds.map((kind) => {
    const own = judged.filter((one) => one.kind === kind);
    return { kind, cases: own.length, ...scoreLadders(own) };
  });
  const all = scoreLadders(judged);
  const circular = judged.filter(({ kind }) => kind === 'circular reporting');
  const seen = circular.filter(({ ladder }) => hasCircle(ladder)).length;
  const rows = [...scores, { kind: 'all', cases: judged.length, ...all }];
  const figures: Figures = {
    ladder: { ...all },
    kinds: Object.fromEntries(
      scores.map(({ kind, contained, exact }) => [kind, { contained, exact }]),
    ),
    circles: {
      found: seen / Math.max(1, circular.length),
      elsewhere: judged.filter((one) => !circular.includes(one) && hasCircle(one.ladder)).length,
    },
    cases: judged.length,
  };
  const table = drawTable(
    ['kind of plant', 'cases', 'contained', 'exact'],
    rows.map(({ kind, cases, contained, exact }) => [
      kind,
      String(cases),
      fraction(contained),
      fraction(exact),
    ]),
  );
  return { kind: 'measured' as const, table, figures };
}

const hasCircle = (ladder: Ladder | undefined): boolean => (ladder?.circles.length ?? 0) > 0;
