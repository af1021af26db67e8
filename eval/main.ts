/** `npm run -s eval -- <measure> <path> [--json]`: how good the program is, on data you name. */
import { fileURLToPath } from 'node:url';
import type { ArticleId } from '../src/domain/ids.ts';
import { openStances } from '../src/judge/stance/stance.ts';
import { shippedLexicon, shippedWeights } from '../src/pipeline/reading-data.ts';
import { openReader } from '../src/read/read.ts';
import { acceptanceMeasure } from './acceptance.ts';
import { attributions } from './attributions.ts';
import { attributionsRu } from './attributions-ru.ts';
import { claimCarriers } from './claim-carriers.ts';
import { claims } from './claims.ts';
import { claimsCross } from './claims-cross.ts';
import { claimsNone } from './claims-none.ts';
import { dates } from './dates.ts';
import { datesHtml } from './dates-html.ts';
import { dispatch } from './dispatch.ts';
import { events } from './events.ts';
import { exampleMeasure } from './example.ts';
import { runExample } from './example-run.ts';
import { extraction } from './extraction.ts';
import { feeds } from './feeds.ts';
import { ladders } from './ladders.ts';
import { mentions } from './mentions.ts';
import { presence } from './presence.ts';
import { retrieval } from './retrieval.ts';
import { retrievalMeasure } from './retrieval-measure.ts';
import { reuse } from './reuse.ts';
import { reusePairs } from './reuse-pairs.ts';
import { similarityMeasure } from './similarity.ts';
import { stanceMeasure } from './stance.ts';
import { claimSpans } from './stance-gold.ts';
import { prepareStorySimilarity } from './story-similarity.ts';

const EXAMPLE = fileURLToPath(new URL('../example', import.meta.url));
const READING = fileURLToPath(new URL('data/reading', import.meta.url));
const STANCE = fileURLToPath(new URL('data/stance', import.meta.url));
const MEASURES = [
  reuse,
  reusePairs,
  retrievalMeasure(retrieval),
  similarityMeasure(prepareStorySimilarity),
  attributions,
  attributionsRu,
  events,
  exampleMeasure(EXAMPLE, runExample),
  ladders,
  mentions,
  acceptanceMeasure(READING, () => {
    const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });
    return ({ id, ...record }) => read({ id: id as ArticleId, ...record });
  }),
  dates,
  extraction,
  feeds,
  datesHtml,
  claimCarriers,
  claims,
  claimsCross,
  claimsNone,
  presence,
  stanceMeasure(STANCE, () => {
    const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });
    const stanceOf = openStances(shippedLexicon);
    return (record) => {
      const { id, title, text, language } = record;
      const article = id as ArticleId;
      const { attributions } = read({
        id: article,
        text,
        language,
        outlet: '',
        published: undefined,
      });
      return stanceOf({ article, title, text, language, spans: claimSpans(record), attributions });
    };
  }),
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
