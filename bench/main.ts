/**
 * `npm run -s bench`: how fast the program is. Without arguments a small table; `trace` and `pipeline`
 * at any size; `watch` against a stand-in web; `pages` those of the console; `workers` on PostgreSQL; `encoder` the built-in
 * encoder. Writes nothing but its answer, and a desk in the temporary folder while it runs. Exit codes:
 * 0 measured, 2 wrong usage.
 */
import { type Call, readCall, USAGE } from './call.ts';
import { benchEncoder } from './encoder.ts';
import { benchPages, benchPagesOf } from './pages.ts';
import { benchPipeline } from './pipeline.ts';
import { benchTrace } from './trace.ts';
import { benchWatch } from './watch.ts';
import { benchWorkers } from './workers.ts';

const call = readCall(process.argv.slice(2));
if (typeof call === 'string') {
  console.error(`${call}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const { table, figures } = await measured(call);
  console.log(table);
  if (call.json) console.log(JSON.stringify(figures));
}

async function measured(call: Call): Promise<{ readonly table: string; readonly figures: object }> {
  switch (call.kind) {
    case 'encoder':
      return benchEncoder();
    case 'trace':
      return benchTrace(call.articles);
    case 'pipeline':
      return benchPipeline(call.articles);
    case 'pages':
      return 'desk' in call ? benchPagesOf(call.desk) : benchPages(call.articles);
    case 'workers':
      return benchWorkers(call.articles);
    case 'watch':
      return benchWatch(call);
  }
}
