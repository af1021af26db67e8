/**
 * `npm run quality [-- --data DIR] [--only NAME,…]`: runs the measures and writes docs/quality.md. With `--only` the
 * other rows stay as they were answered before. Exit codes: 0 all answered or lack their data, 1 some failed, 2 wrong usage.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Kept } from './entry.ts';
import { ENTRIES } from './list.ts';
import { qualityPage } from './page.ts';
import { measure } from './run.ts';

const PAGE = fileURLToPath(new URL('../../docs/quality.md', import.meta.url));
const ANSWERS = fileURLToPath(new URL('answers.json', import.meta.url));

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, only: { type: 'string' } },
});
const wanted = values.only?.split(',');
const stray = wanted?.find((id) => ENTRIES.every((entry) => entry.id !== id));
if (stray !== undefined) {
  console.error(`"${stray}" is no measure: ${ENTRIES.map(({ id }) => id).join(', ')}`);
  process.exitCode = 2;
} else {
  const answers: Record<string, Kept> = existsSync(ANSWERS)
    ? JSON.parse(readFileSync(ANSWERS, 'utf8'))
    : {};
  for (const entry of ENTRIES) {
    if (wanted !== undefined && !wanted.includes(entry.id)) continue;
    const begin = performance.now();
    const answered = await measure(entry, resolve(values.data));
    const seconds = ((performance.now() - begin) / 1000).toFixed(0);
    console.error(`${entry.id}: ${answered.kind}, ${seconds} s`);
    // What was measured before stands where there is no data now.
    if (answered.kind === 'absent' && answers[entry.id]?.kind === 'measured') continue;
    if (answered.kind === 'failed') process.exitCode = 1;
    answers[entry.id] = { ...answered, day: new Date().toISOString().slice(0, 10) };
    writeFileSync(ANSWERS, `${JSON.stringify(answers, undefined, 1)}\n`);
    writeFileSync(PAGE, qualityPage(ENTRIES, answers));
  }
  console.error('Wrote docs/quality.md.');
}
