/**
 * `npm run -s bench`: how fast the program is. Without arguments a small table; `trace --articles N
 * [--json]` at any size; `encoder [--json]` the built-in encoder. Writes nothing but its answer, and
 * a desk in the temporary folder while it runs. Exit codes: 0 measured, 2 wrong usage.
 */
import { readCall, USAGE } from './call.ts';
import { benchEncoder } from './encoder.ts';
import { benchTrace } from './trace.ts';

const call = readCall(process.argv.slice(2));
if (typeof call === 'string') {
  console.error(`${call}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const { table, figures } =
    call.kind === 'encoder' ? benchEncoder() : await benchTrace(call.articles);
  console.log(table);
  if (call.json) console.log(JSON.stringify(figures));
}
