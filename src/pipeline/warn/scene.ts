/** What one round of indicators looks at: the desk on one day, its watch, and what is stated of outlets. */

import { starterOutlets } from '../../collect/outlets/lists.ts';
import { openOutlets, statedValues } from '../../collect/outlets/registry.ts';
import type { StateCode } from '../../domain/reading.ts';
import type { OutletFact, Watch } from '../../domain/watch.ts';
import type { Period } from '../../store/warning.ts';
import type { Desk } from '../desk.ts';
import { type Judge, openJudge } from '../judge/judge.ts';
import { changedAt } from '../judge/kept-judge.ts';
import type { FactsOf } from '../judge/ladder-members.ts';
import { openWatchList, usualWatchList, watchListIfThere } from '../watch/watch-list.ts';
import { type JudgedCascades, judgedCascades } from './judged-cascades.ts';
import { RoundMemory } from './round-memory.ts';
import { type Topic, topicsOf } from './topics.ts';

const DAY = 86_400_000;

export interface Scene {
  readonly desk: Desk;
  /** The moment that evidence is looked at from, milliseconds since the epoch. */
  readonly asOf: number;
  /** Nothing of later counts: the day that was asked for, else now; the ledger may be newer than any article. */
  readonly until: number;
  /** Absent without a watch: then no outlet is local and no state is a sponsor. */
  readonly watch: Watch | undefined;
  readonly factsOf: FactsOf;
  /** The foreign state that controls an outlet or that it follows, as some source states it. */
  readonly stateBehind: (domain: string) => StateCode | undefined;
  /** Whether some source states that it is of the host, or its address is under the host's own domain. */
  readonly isLocal: (domain: string) => boolean;
  readonly topics: readonly Topic[];
  /** Opened at the first question. */
  readonly judge: () => Promise<Judge>;
  /** Cascades of a period, each judged once a round. */
  readonly judged: JudgedCascades;
  readonly memory: RoundMemory;
}

export interface SceneOptions {
  /** The watch list; the one in the folder that the user is in, if none is named. */
  readonly watchFile?: string | undefined;
  /** Milliseconds since the epoch; the newest article of the desk, and never later than now, if absent. */
  readonly asOf?: number | undefined;
  readonly onProgress: (stage: string, done: number, total: number) => void;
  /** What was kept of the rounds before. */
  readonly memory?: RoundMemory | undefined;
}

/** Opens a round; throws where the watch list cannot be meant. */
export async function openScene(desk: Desk, options: SceneOptions): Promise<Scene> {
  const { onProgress, memory = new RoundMemory() } = options;
  const watchFile = watchListIfThere(options.watchFile) ?? usualWatchList();
  const now = desk.now();
  const asOf = options.asOf ?? (await desk.store.newestPublished(now)) ?? now;
  const list = watchFile === undefined ? undefined : await openWatchList(watchFile);
  const outlets = list?.outlets ?? openOutlets(await starterOutlets());
  const factsOf: FactsOf = (domain) => outlets.factsOf(domain);
  let opened: Promise<Judge> | undefined;
  const judge = (): Promise<Judge> => (opened ??= openJudge(desk, factsOf));
  const host = list?.watch.host;
  memory.restOn(await stampOf(desk, watchFile));
  return {
    desk,
    asOf,
    until: options.asOf ?? now,
    watch: list?.watch,
    factsOf,
    stateBehind: (domain) => stateBehind(factsOf(domain), host),
    isLocal: (domain) => host !== undefined && isLocal(domain, factsOf(domain), host),
    topics: topicsOf(list?.watch),
    judge,
    judged: judgedCascades(desk, judge, memory, onProgress),
    memory,
  };
}

/** What all judgements rest on, in a word. */
async function stampOf({ store }: Desk, watchFile: string | undefined): Promise<string> {
  const { version } = await store.checkCounts();
  const offices = (await store.tenures()).length;
  return `${version} ${offices} ${watchFile ?? ''} ${changedAt(watchFile)}`;
}

/** The last so many days before the moment that a round looks from, that moment included. */
export function lastDays({ asOf }: Pick<Scene, 'asOf'>, days: number): Period {
  return { from: asOf - days * DAY, to: asOf };
}

function stateBehind(
  facts: readonly OutletFact[],
  host: string | undefined,
): StateCode | undefined {
  const [affiliation] = statedValues(facts, 'affiliation');
  if (affiliation?.value !== 'state-controlled' && affiliation?.value !== 'state-aligned') {
    return undefined;
  }
  const [country] = statedValues(facts, 'country');
  return country?.value === host ? undefined : country?.value;
}

function isLocal(domain: string, facts: readonly OutletFact[], host: string): boolean {
  const [country] = statedValues(facts, 'country');
  return country === undefined
    ? domain.split('/')[0]!.endsWith(`.${host.toLowerCase()}`)
    : country.value === host;
}
