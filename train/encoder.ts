/**
 * Trains the static encoder that `data/models` ships.
 *
 *   node --import tsx train/encoder.ts PARALLEL OUT STEPS HELDOUT…
 *
 * PARALLEL: the folder of parallel text; OUT: the file to write, rewritten every 500 steps; HELDOUT:
 * test sets and folders of texts that must not be learned from. One thread, about a quarter of a
 * second a step; seeded, so that the same input and number of steps give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { seeded } from './chance.ts';
import { readCorpus } from './corpus.ts';
import { writeEncoder } from './encoder-file.ts';
import { EncoderTrainer } from './encoder-step.ts';
import { readHeldOut } from './heldout.ts';
import { drawBatch, readSamples } from './samples.ts';

const SEED = 20240923;
const ROWS = 2 ** 17;
const DIMS = 256;
const BATCH = 1024;
const TEMPERATURE = 0.04;
const RATE = 0.05;
const REPORT_EVERY = 50;
const SAVE_EVERY = 500;

const [parallel, out, stepsText, ...heldOutPaths] = process.argv.slice(2);
const steps = Number(stepsText);
if (parallel === undefined || out === undefined || !(steps > 0) || heldOutPaths.length === 0) {
  console.error('usage: node --import tsx train/encoder.ts PARALLEL OUT STEPS HELDOUT…');
  process.exit(2);
}
const { bitexts, dropped } = readCorpus(parallel, readHeldOut(heldOutPaths));
console.log(`corpus read; ${dropped} rows refused because they occur in held-out material`);
const samples = readSamples(bitexts, ROWS);
console.log(`${samples.starts.length - 1} strings, ${samples.rowStarts.length - 1} words`);

const chance = seeded(SEED);
const options = { rows: ROWS, dims: DIMS, batch: BATCH, temperature: TEMPERATURE, rate: RATE };
const trainer = await EncoderTrainer.open(samples, options, chance);
const left = new Int32Array(BATCH);
const right = new Int32Array(BATCH);
const losses = new Map<string, { sum: number; count: number }>();
for (let step = 1; step <= steps; step++) {
  const group = drawBatch(samples, chance, left, right);
  const kind = group.name.split('.')[0]!;
  const entry = losses.get(kind) ?? { sum: 0, count: 0 };
  losses.set(kind, entry);
  entry.sum += trainer.step(left, right);
  entry.count++;
  if (step % REPORT_EVERY === 0) report(step);
  if (step % SAVE_EVERY === 0 || step === steps) {
    writeFileSync(out, writeEncoder(trainer.table(), ROWS, DIMS));
  }
}

function report(step: number): void {
  const parts = [...losses]
    .sort()
    .map(([kind, { sum, count }]) => `${kind} ${(sum / count).toFixed(3)}`);
  console.log(`step ${step} at ${process.uptime().toFixed(0)} s: ${parts.join(', ')}`);
  losses.clear();
}
