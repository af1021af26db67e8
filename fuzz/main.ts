/**
 * `npm run -s fuzz`: every parser of foreign input asked with inputs that were broken on purpose. Without
 * arguments all targets; the same seed gives the same cases. Writes into the temporary folder alone. Exit
 * codes: 0 nothing found, 1 failures, each with what runs it again, 2 wrong usage.
 */
import { type Call, readCall, USAGE } from './call.ts';
import { runTarget, sharesOf, type Tally } from './campaign.ts';
import { type Failure, runCase } from './one-case.ts';
import { TARGETS } from './targets.ts';
import { startWatchdog } from './watchdog.ts';

/** Of an input that fails so much is shown, in characters. */
const SHOWN = 2000;

const names = TARGETS.map(({ name }) => name);
const call = readCall(process.argv.slice(2), names);
if (typeof call === 'string') {
  console.error(`${call}\n${USAGE}`);
  process.exitCode = 2;
} else await run(call);

async function run({ targets, seed, run: what }: Call): Promise<void> {
  const chosen = TARGETS.filter(({ name }) => targets.includes(name));
  const announce = startWatchdog(names, seed);
  const place = (name: string): number => names.indexOf(name);
  if ('only' in what) {
    announce(place(chosen[0]!.name), what.only);
    const failure = await runCase(chosen[0]!, seed, what.only);
    if (failure === undefined) console.log('Nothing is wrong with this case.');
    else report([failure]);
    return;
  }
  const shares = sharesOf(chosen, what.cases);
  const tallies: Tally[] = [];
  for (const [i, target] of chosen.entries()) {
    const tally = await runTarget(target, { seed, cases: shares[i]! }, (number) =>
      announce(place(target.name), number),
    );
    console.log(lineOf(tally));
    tallies.push(tally);
  }
  const cases = tallies.reduce((sum, one) => sum + one.cases, 0);
  const seconds = tallies.reduce((sum, one) => sum + one.ms, 0) / 1000;
  const failures = tallies.flatMap((one) => one.failures);
  console.log(
    `${cases} cases in ${seconds.toFixed(0)} s (${(cases / seconds).toFixed(0)} a second), seed ${seed}: ${failures.length} failures`,
  );
  report(failures);
}

function lineOf({ target, cases, ms, slowest, failures }: Tally): string {
  return `${target.padEnd(18)} ${String(cases).padStart(7)} cases ${((cases / ms) * 1000).toFixed(0).padStart(6)} a second, the slowest ${slowest.ms.toFixed(0)} ms (case ${slowest.case}), ${failures.length} failures`;
}

function report(failures: readonly Failure[]): void {
  for (const { target, seed, case: number, what, size, input } of failures) {
    const shown =
      typeof input === 'string' ? JSON.stringify(input) : Buffer.from(input).toString('base64');
    console.error(
      [
        '',
        `${target}: ${what}`,
        `again: npm run -s fuzz -- ${target} --seed ${seed} --case ${number}`,
        `input (${input.length} of ${size}, ${typeof input === 'string' ? 'JSON' : 'base64'}): ${shown.slice(0, SHOWN)}${shown.length > SHOWN ? '…' : ''}`,
      ].join('\n'),
    );
  }
  if (failures.length > 0) process.exitCode = 1;
}
