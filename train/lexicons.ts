/**
 * Learns the bilingual word lexicons that `data/models` ships.
 *
 *   node --import tsx train/lexicons.ts PARALLEL OUT HELDOUT…
 *
 * PARALLEL: the folder of parallel text; OUT: where `lexicon.en-es.bin` and the others go; HELDOUT:
 * test sets and folders of texts that must not be learned from. No chance is involved: the same
 * input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StemLanguage, stem } from '../src/text/stem.ts';
import { wordsOf } from '../src/trace/lexicon/words.ts';
import { type Bitext, readCorpus } from './corpus.ts';
import { readHeldOut } from './heldout.ts';
import { type LexiconDraft, writeLexicon } from './lexicon-file.ts';
import { alignWords, type Links, type WordIds } from './model1.ts';

const PAIRS: readonly (readonly [StemLanguage, StemLanguage])[] = [
  ['en', 'es'],
  ['en', 'ru'],
  ['en', 'uk'],
  ['en', 'pt'],
  ['en', 'fr'],
  ['en', 'de'],
  ['es', 'ru'],
  ['ru', 'uk'],
];

const ITERATIONS = 5;
/** Longer units are lists and listings; their words align with everything. */
const MAX_WORDS = 60;
/** A translation is kept among the best so many of a word, from this probability up. */
const BEST = 5;
const MIN_PROBABILITY = 0.04;

const [parallel, out, ...heldOutPaths] = process.argv.slice(2);
if (parallel === undefined || out === undefined || heldOutPaths.length === 0) {
  console.error('usage: node --import tsx train/lexicons.ts PARALLEL OUT HELDOUT…');
  process.exit(2);
}
const { bitexts, dropped } = readCorpus(parallel, readHeldOut(heldOutPaths));
console.log(`corpus read; ${dropped} rows refused because they occur in held-out material`);
for (const [a, b] of PAIRS) {
  const draft = learn(a, b, bitexts);
  const bytes = writeLexicon(draft);
  writeFileSync(join(out, `lexicon.${a}-${b}.bin`), bytes);
  console.log(
    `${a}-${b}: ${draft.left.stems.length} + ${draft.right.stems.length} stems, ` +
      `${draft.links.length} links, ${bytes.length} bytes`,
  );
}

interface Side {
  readonly stems: string[];
  readonly frequency: number[];
  readonly ids: WordIds;
}

function learn(a: StemLanguage, b: StemLanguage, all: readonly Bitext[]): LexiconDraft {
  const chosen = all.filter((bitext) => bitext.a === a && bitext.b === b);
  const [left, right] = sidesOf(a, b, chosen);
  const links = alignWords(left.ids, right.ids, ITERATIONS);
  const kept = prune(links, left, right);
  return {
    languages: [a, b],
    sentences: left.ids.starts.length - 1,
    left: { stems: left.stems, frequency: left.frequency },
    right: { stems: right.stems, frequency: right.frequency },
    links: kept,
  };
}

/** Both sides as stem ids, over the units that are short enough on both. */
function sidesOf(a: StemLanguage, b: StemLanguage, bitexts: readonly Bitext[]): [Side, Side] {
  const left = numbering(a);
  const right = numbering(b);
  for (const bitext of bitexts) {
    for (let i = 0; i < bitext.left.length; i++) {
      const l = wordsOf(bitext.left[i]!);
      const r = wordsOf(bitext.right[i]!);
      if (l.length === 0 || r.length === 0 || l.length > MAX_WORDS || r.length > MAX_WORDS)
        continue;
      left.add(l);
      right.add(r);
    }
  }
  return [left.side(), right.side()];
}

function numbering(language: StemLanguage): { add(words: string[]): void; side(): Side } {
  const numbers = new Map<string, number>();
  const cache = new Map<string, number>();
  const stems = [''];
  const frequency = [0];
  const ids: number[] = [];
  const starts = [0];
  const numberOf = (word: string): number => {
    const key = stem(word, language);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, stems.length);
    stems.push(key);
    frequency.push(0);
    return stems.length - 1;
  };
  return {
    add(words) {
      const seen = new Set<number>();
      for (const word of words) {
        const id = cache.get(word) ?? numberOf(word);
        cache.set(word, id);
        ids.push(id);
        seen.add(id);
      }
      for (const id of seen) frequency[id]!++;
      starts.push(ids.length);
    },
    side: () => ({
      stems,
      frequency,
      ids: {
        starts: Int32Array.from(starts),
        ids: Int32Array.from(ids),
        vocabulary: stems.length,
      },
    }),
  };
}

/** The links worth keeping, best first within a word; ties by number, so that files are stable. */
function prune(links: Links, left: Side, right: Side): LexiconDraft['links'] {
  const forward = bestOf(links, links.left, links.forward, left.stems.length);
  const backward = bestOf(links, links.right, links.backward, right.stems.length);
  const kept: LexiconDraft['links'] = [];
  for (let p = 0; p < links.size; p++) {
    const l = links.left[p]!;
    const r = links.right[p]!;
    if (l === 0 || r === 0 || !(forward[p] === 1 || backward[p] === 1)) continue;
    if (!isEvidence(left.stems[l]!, right.stems[r]!, left.frequency[l]!, right.frequency[r]!)) {
      continue;
    }
    kept.push({
      left: l,
      right: r,
      forward: forward[p] === 1 ? links.forward[p]! : 0,
      backward: backward[p] === 1 ? links.backward[p]! : 0,
    });
  }
  return kept;
}

/** A word seen once proves nothing; one that translates to itself needs no entry. */
function isEvidence(l: string, r: string, countL: number, countR: number): boolean {
  return countL >= 2 && countR >= 2 && !(l === r && countL + countR < 20);
}

function bestOf(links: Links, given: Int32Array, t: Float32Array, vocabulary: number): Uint8Array {
  const best = Array.from({ length: vocabulary }, (): number[] => []);
  for (let p = 0; p < links.size; p++) {
    if (t[p]! < MIN_PROBABILITY) continue;
    const list = best[given[p]!]!;
    list.push(p);
    list.sort((x, y) => t[y]! - t[x]! || x - y);
    if (list.length > BEST) list.pop();
  }
  const kept = new Uint8Array(links.size);
  for (const list of best) for (const p of list) kept[p] = 1;
  return kept;
}
