/**
 * The jobs of tracing that can be done apart: fingerprinting a range of articles, aligning a block of
 * candidate pairs, verifying retellings, making the cascades of some clusters. A job holds all that it
 * needs and its answer depends on nothing else, so that it can be done in any thread, in any order.
 */
import type { Article } from '../domain/article.ts';
import type { Cascade, Passage } from '../domain/trace.ts';
import { BoilerplateSet } from '../trace/boilerplate.ts';
import { cascadeOf } from '../trace/cascades.ts';
import type { Cluster } from '../trace/clusters.ts';
import { MaskedTexts } from '../trace/masked-texts.ts';
import { alignPairs, type TracedPair } from '../trace/pairs.ts';
import { bearsAlone, RetellReader, type RetellText } from '../trace/retell-pairs.ts';
import { indexTexts } from '../trace/trace.ts';
import { loadModels } from './models.ts';

/** Texts of consecutive rows from `base` on. The answer is their segment's bytes. */
interface FingerprintJob {
  readonly kind: 'fingerprint';
  readonly base: number;
  readonly texts: readonly string[];
}

/** Pairs as positions in `texts`, whose outlets stand beside them. The answer has positions, too. */
interface AlignJob {
  readonly kind: 'align';
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly texts: readonly string[];
  readonly outlets: Uint32Array;
  /** Slots of a `BoilerplateSet`, on memory that threads share. */
  readonly boilerplate: Float64Array;
}

/** Clusters with the articles of their rows, and these articles' outlets. The answer is their cascades. */
interface LinkJob {
  readonly kind: 'link';
  readonly clusters: readonly Cluster[];
  readonly articles: ReadonlyMap<number, Article>;
  readonly outlets: ReadonlyMap<number, number>;
  readonly boilerplate: Float64Array;
}

/**
 * Pairs as positions in `texts`, with the passages of equal wording that are known. The answer has for
 * each pair with retold passages its position among the pairs as a and b.
 */
interface RetellJob {
  readonly kind: 'retell';
  readonly texts: readonly RetellText[];
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly same: readonly Passage[];
  }[];
}

export type TraceJob = FingerprintJob | AlignJob | LinkJob | RetellJob;

export type TraceAnswer =
  | { readonly kind: 'segment'; readonly data: Uint8Array }
  | { readonly kind: 'pairs'; readonly pairs: readonly TracedPair[] }
  | { readonly kind: 'cascades'; readonly cascades: readonly Cascade[] };

/** Does one job. */
export function doTraceJob(job: TraceJob): TraceAnswer {
  switch (job.kind) {
    case 'fingerprint':
      return { kind: 'segment', data: segmentOf(job) };
    case 'align': {
      const { texts, outlets } = job;
      const masked = new MaskedTexts(
        (at) => texts[at]!,
        (at) => outlets[at]!,
        BoilerplateSet.over(job.boilerplate),
      );
      return { kind: 'pairs', pairs: alignPairs(job, masked) };
    }
    case 'link':
      return { kind: 'cascades', cascades: cascadesOf(job) };
    case 'retell':
      return { kind: 'pairs', pairs: retoldOf(job) };
  }
}

/** One a thread: what it read for one job is met again in the next. */
let reader: RetellReader | undefined;

function retoldOf({ texts, pairs }: RetellJob): TracedPair[] {
  reader ??= new RetellReader(loadModels());
  const found: TracedPair[] = [];
  for (const [at, { a, b, same }] of pairs.entries()) {
    const left = texts[a]!;
    const right = texts[b]!;
    const passages = reader.passages(left, right, same);
    if (passages !== undefined && bearsAlone(passages, left.language, right.language)) {
      found.push({ a: at, b: at, passages });
    }
  }
  return found;
}

function cascadesOf({ clusters, articles, outlets, boilerplate }: LinkJob): Cascade[] {
  const masked = new MaskedTexts(
    (row) => articles.get(row)!.text,
    (row) => outlets.get(row)!,
    BoilerplateSet.over(boilerplate),
  );
  const articleOf = (row: number) => ({ ...articles.get(row)!, ownWords: masked.ownWords(row) });
  return clusters.map((cluster) => cascadeOf(cluster, articleOf));
}

function segmentOf({ base, texts }: FingerprintJob): Uint8Array {
  const [segment, ...more] = indexTexts(
    texts.map((text) => ({ text })),
    { base },
  );
  if (more.length > 0) throw new Error(`${texts.length} texts are too many for one segment`);
  return segment!.data;
}
