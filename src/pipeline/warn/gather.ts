/** The facts of one indicator on a desk, by its measure; or why there are none. */
import type { Indicator } from '../../domain/alerts.ts';
import type { MeasureFacts } from '../../warn/observe.ts';
import { debunkFacts, loneFacts } from './claims.ts';
import { burstFacts, warningFacts } from './daily.ts';
import { displacementFacts } from './displacements.ts';
import { pickupFacts } from './pickups.ts';
import { presenceFacts } from './presence.ts';
import { recycledFacts } from './recycled.ts';
import type { Scene } from './scene.ts';
import { silenceFacts } from './silences.ts';

export interface GatheredFacts {
  readonly facts: readonly MeasureFacts[];
  /** Cascades that there was no room to judge. */
  readonly left: number;
  /** One clause: why it cannot be measured here. */
  readonly cannot?: string;
}

/** Gathers what one indicator is measured on. */
export async function gatherFacts(scene: Scene, indicator: Indicator): Promise<GatheredFacts> {
  const cannot = await reasonAgainst(scene, indicator);
  if (cannot !== undefined) return { facts: [], left: 0, cannot };
  const { measure, lookBackDays } = indicator;
  // A baseline lies before the days that are looked back on.
  const daily = lookBackDays + indicator.baselineDays + indicator.windowDays;
  switch (measure) {
    case 'state-pickup': {
      const all = await pickupFacts(scene, lookBackDays);
      return { facts: all.map((facts) => ({ measure, facts })), left: 0 };
    }
    case 'debunked-repeat': {
      const { facts: all, left } = await debunkFacts(scene, lookBackDays);
      return { facts: all.map((facts) => ({ measure, facts })), left };
    }
    case 'lone-utterance': {
      const { facts: all, left } = await loneFacts(scene, lookBackDays);
      return { facts: all.map((facts) => ({ measure, facts })), left };
    }
    case 'recycled-statement': {
      const { facts: all, left } = await recycledFacts(scene, lookBackDays);
      return { facts: all.map((facts) => ({ measure, facts })), left };
    }
    case 'presence-above': {
      const all = await presenceFacts(scene);
      return { facts: all.map((facts) => ({ measure, facts })), left: 0 };
    }
    case 'displacement': {
      const all = await displacementFacts(scene, lookBackDays);
      return { facts: all.map((facts) => ({ measure, facts })), left: 0 };
    }
    case 'official-warnings': {
      const all = await warningFacts(scene, daily);
      return { facts: all.map((facts) => ({ measure, facts })), left: 0 };
    }
    case 'source-silent': {
      const all = await silenceFacts(scene, lookBackDays);
      return { facts: all.map((facts) => ({ measure, facts })), left: 0 };
    }
    case 'burst': {
      const all = await burstFacts(scene, daily);
      return { facts: all.map((facts) => ({ measure, facts })), left: 0 };
    }
  }
}

/** What a measure needs that this desk does not have. */
async function reasonAgainst(scene: Scene, { measure }: Indicator): Promise<string | undefined> {
  const { desk, watch, topics } = scene;
  switch (measure) {
    case 'state-pickup':
      return watch === undefined ? 'no watch list says which outlets are of the host' : undefined;
    case 'official-warnings':
    case 'burst':
      return topics.length === 0 ? 'no watch list says what is counted by the day' : undefined;
    case 'debunked-repeat':
      return (await desk.store.checkCounts()).checks === 0
        ? 'the desk holds no fact-checks (atalaya checks FILES)'
        : undefined;
    case 'presence-above':
    case 'displacement':
      return (await desk.store.presencePairs()).length === 0
        ? 'the ledger of presence is empty (atalaya presence --add FILES)'
        : undefined;
    case 'lone-utterance':
    case 'recycled-statement':
    case 'source-silent':
      return undefined;
  }
}
