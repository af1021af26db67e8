/** `npm run -s eval -- <measure> <path> [--json]`: how good the program is, on data you name. */
import { fileURLToPath } from 'node:url';
import { dispatch } from './dispatch.ts';
import { exampleMeasure } from './example.ts';
import { runExample } from './example-run.ts';
import { retrieval } from './retrieval.ts';
import { retrievalMeasure } from './retrieval-measure.ts';
import { reuse } from './reuse.ts';
import { reusePairs } from './reuse-pairs.ts';
import { similarityMeasure } from './similarity.ts';
import { prepareStorySimilarity } from './story-similarity.ts';

const EXAMPLE = fileURLToPath(new URL('../example', import.meta.url));
const MEASURES = [
  reuse,
  reusePairs,
  retrievalMeasure(retrieval),
  similarityMeasure(prepareStorySimilarity),
  exampleMeasure(EXAMPLE, runExample),
];

try {
  process.exitCode = await dispatch(MEASURES, process.argv.slice(2), {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
  });
} catch (error) {
  // A damaged file of data: neither measured nor absent.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
