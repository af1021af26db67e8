/** From facts to what is observed, by the measure that they are of: the same for a desk and for a receipt. */
import type { Indicator, Observation } from '../domain/alerts.ts';
import { observeBurst } from './measures/burst.ts';
import type { DailyFacts } from './measures/daily.ts';
import { type DebunkFacts, observeDebunked } from './measures/debunked-repeat.ts';
import { type DisplacementFacts, observeDisplacement } from './measures/displacement.ts';
import { type LoneFacts, observeLone } from './measures/lone-utterance.ts';
import { observePresence, type PresenceFacts } from './measures/presence.ts';
import { observeRecycled, type RecycledFacts } from './measures/recycled.ts';
import { observeSilence, type SourceFacts } from './measures/silence.ts';
import { observePickup, type PickupFacts } from './measures/state-pickup.ts';
import { observeWarnings } from './measures/warnings.ts';

export type MeasureFacts =
  | { readonly measure: 'state-pickup'; readonly facts: PickupFacts }
  | { readonly measure: 'debunked-repeat'; readonly facts: DebunkFacts }
  | { readonly measure: 'lone-utterance'; readonly facts: LoneFacts }
  | { readonly measure: 'recycled-statement'; readonly facts: RecycledFacts }
  | { readonly measure: 'presence-above'; readonly facts: PresenceFacts }
  | { readonly measure: 'displacement'; readonly facts: DisplacementFacts }
  | { readonly measure: 'official-warnings'; readonly facts: DailyFacts }
  | { readonly measure: 'source-silent'; readonly facts: SourceFacts }
  | { readonly measure: 'burst'; readonly facts: DailyFacts };

export function observe(of: MeasureFacts, indicator: Indicator): Observation {
  switch (of.measure) {
    case 'state-pickup':
      return observePickup(of.facts, indicator);
    case 'debunked-repeat':
      return observeDebunked(of.facts);
    case 'lone-utterance':
      return observeLone(of.facts);
    case 'recycled-statement':
      return observeRecycled(of.facts);
    case 'presence-above':
      return observePresence(of.facts);
    case 'displacement':
      return observeDisplacement(of.facts);
    case 'official-warnings':
      return observeWarnings(of.facts, indicator);
    case 'source-silent':
      return observeSilence(of.facts);
    case 'burst':
      return observeBurst(of.facts, indicator);
  }
}
