/** Learns one layer of `src/read/tagging/layer.ts`: the averaged perceptron, and its weights as bytes. */
import { bestClass, type FeatureRows, type Layer } from '../src/read/tagging/layer.ts';

export interface Learner {
  /** The class that the weights choose so far; where it is not `gold`, they are moved towards it. */
  learn(rows: FeatureRows, gold: number): number;
  /** The layer with the average of the weights over all steps, each as one byte. */
  layer(): Layer & { readonly weights: Int8Array };
}

/** The part of the weights, by size, that is cut at the largest byte. */
const CUT = 0.0002;

/** A learner for `classes` classes over `buckets` rows. No chance is involved. */
export function openLearner(buckets: number, classes: number): Learner {
  const weights = new Float64Array(buckets * classes);
  // The sum over time of what each weight was, kept as weights × steps minus what came too late.
  const late = new Float64Array(buckets * classes);
  const layer = { buckets, classes, weights };
  const scores = new Float64Array(classes);
  let step = 0;
  return {
    learn(features, gold) {
      const { rows, count } = features;
      const guess = bestClass(layer, features, scores);
      if (guess !== gold) {
        for (let f = 0; f < count; f++) {
          const at = rows[f]! * classes;
          weights[at + gold]! += 1;
          late[at + gold]! += step;
          weights[at + guess]! -= 1;
          late[at + guess]! -= step;
        }
      }
      step++;
      return guess;
    },
    layer: () => ({
      buckets,
      classes,
      weights: asBytes(weights.map((weight, i) => weight - late[i]! / step)),
    }),
  };
}

function asBytes(weights: Float64Array): Int8Array {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[Math.floor((sizes.length - 1) * (1 - CUT))] ?? 1;
  const scale = 127 / largest;
  return Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight * scale))),
  );
}
