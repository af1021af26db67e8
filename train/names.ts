/**
 * Trains the name taggers that `data/models` ships: `names.en.bin`, `names.es.bin`, `names.ru.bin`.
 *
 *   node --import tsx train/names.ts PARALLEL NEREL OUT [LANGUAGE…]
 *
 * PARALLEL: the folder of parallel text (titles and cities to fill templates with); NEREL: the folder
 * with its `train` and `dev`; OUT: where the files go. `names.bin` (train/name-lists.ts) must be made first.
 *
 * Russian learns from NEREL. For English and Spanish no licensed text has names marked; they learn
 * from invented sentences (`names/sentences.*.txt`, filled by chance) and, since shapes, lists and
 * places in a sentence mean the same in any language, from NEREL as well. Seeded: the same input
 * gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READ_LANGUAGES, type ReadLanguage } from '../src/domain/reading.ts';
import { shippedWeights } from '../src/pipeline/reading-data.ts';
import { NAME_LISTS_FILE, type NameLists, openNameLists } from '../src/read/mentions/name-lists.ts';
import { sealNameWeights } from '../src/read/mentions/name-weights.ts';
import { seeded } from './chance.ts';
import { type NameExample, trainNames } from './name-model.ts';
import { examplesOf, shouted, withhold } from './names/examples.ts';
import { expand, readSlots, readTemplates } from './names/expand.ts';
import { readNerel } from './names/nerel.ts';
import { readPools } from './names/pools.ts';

const ROWS = 1 << 16;
const SEED = 7;
const MARGIN = 1;
const PASSES: Readonly<Record<ReadLanguage, number>> = { en: 5, es: 5, ru: 8 };
/** How often each template is filled. */
const COPIES = { en: 10, es: 8 } as const;

const [parallel, nerel, out, ...only] = process.argv.slice(2);
if (parallel === undefined || nerel === undefined || out === undefined) {
  console.error('usage: node --import tsx train/names.ts PARALLEL NEREL OUT [LANGUAGE…]');
  process.exit(2);
}
const nameLists = openNameLists(shippedWeights(NAME_LISTS_FILE));
for (const language of READ_LANGUAGES) {
  if (only.length > 0 && !only.includes(language)) continue;
  const examples = examplesFor(language, nerel, parallel, nameLists);
  const options = { rows: ROWS, passes: PASSES[language], seed: SEED, margin: MARGIN };
  const bytes = sealNameWeights(trainNames(examples, options));
  writeFileSync(join(out, `names.${language}.bin`), bytes);
  console.log(`${language}: ${examples.length} texts, ${bytes.length} bytes`);
}

function examplesFor(
  language: ReadLanguage,
  nerelFolder: string,
  parallelFolder: string,
  lists: NameLists,
): NameExample[] {
  const russian = examplesOf(readNerel(join(nerelFolder, 'train')), 'ru', lists);
  if (language === 'ru') {
    return [...russian, ...examplesOf(readNerel(join(nerelFolder, 'dev')), 'ru', lists)];
  }
  return [...invented(language, parallelFolder, lists), ...russian];
}

function invented(
  language: keyof typeof COPIES,
  parallelFolder: string,
  lists: NameLists,
): NameExample[] {
  const random = seeded(SEED);
  const templates = readTemplates(ownFile(`sentences.${language}.txt`));
  const slots = readSlots(ownFile(`slots.${language}.txt`));
  const pools = readPools(parallelFolder, language);
  const texts = Array.from({ length: COPIES[language] }, () =>
    templates.map((template) => expand(template, slots, pools, random)),
  );
  const examples = examplesOf(shouted(texts.flat(), random), language, lists);
  withhold(examples, random);
  return examples;
}

function ownFile(name: string): string {
  return readFileSync(new URL(`names/${name}`, import.meta.url), 'utf8');
}
