/**
 * `npm run soak [-- --schedules N] [--seed S] [--minutes M]`: random faults on desks on PostgreSQL, each of which
 * must come out as if nothing had happened. Starts a server of its own. Exit codes: 0 all did, 1 some did not,
 * 2 wrong usage.
 */
import { parseArgs } from 'node:util';
import { ownServer } from './server.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
});
const [schedules, seed, minutes] = [values.schedules, values.seed, values.minutes].map(Number) as [
  number,
  number,
  number,
];
const server = await ownServer();
if ([schedules, seed, minutes].some((one) => !Number.isInteger(one) || one < 1)) {
  console.error('Usage: npm run soak -- [--schedules N] [--seed S] [--minutes M]');
  process.exitCode = 2;
} else if (server === undefined) {
  console.error(
    'There is no PostgreSQL to start: install one (Debian: apt-get install postgresql)',
  );
  process.exitCode = 2;
} else {
  const end = Date.now() + minutes * 60_000;
  let [run, wrong, strikes] = [0, 0, 0];
  try {
    const seeds = Array.from({ length: schedules }, (_, i) => seed + i);
    for await (const outcome of soak(server, seeds)) {
      run++;
      strikes += outcome.schedule.strikes.length;
      if (outcome.wrong.length > 0) {
        wrong++;
        const faults = outcome.schedule.strikes.map(({ fault }) => fault).join(', ');
        console.log(`seed ${outcome.schedule.seed} (${faults}):\n  ${outcome.wrong.join('\n  ')}`);
      }
      if (run % 10 === 0)
        console.log(`${run} schedules, ${strikes} strikes, ${wrong} came out wrong`);
      if (Date.now() > end) break;
    }
  } finally {
    await server.stop();
  }
  console.log(JSON.stringify({ schedules: run, strikes, wrong }));
  process.exitCode = wrong > 0 ? 1 : 0;
}
