/**
 * The watch: sources that are due are polled, pages that they name are fetched, and what comes back is
 * archived, read and saved in steps. All that must outlast a restart stands in the store, and what is
 * under way when the process ends is still due there.
 *
 * Many requests are under way at once (their pace is the web's matter), one step is saved at a time.
 * Memory is bounded by what is under way and by two steps' bodies.
 */
import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Web } from '../../collect/web/web.ts';
import type { SourceRow, WatchStep } from '../../store/watching.ts';
import { type Crew, gatherCrew } from '../crew.ts';
import type { Desk } from '../desk.ts';
import { openDeskArchive } from '../desk-archive.ts';
import { draftWith } from '../draft-pages.ts';
import { LockHeld, type WriterLock } from '../lock.ts';
import { Flights, keyOfPage, keyOfPoll, LOOK_MS } from './flights.ts';
import { fetchPage } from './pages.ts';
import { pollSource } from './poll.ts';
import { siftPoll } from './polls.ts';
import { stepOf } from './step.ts';

/** Requests handed to the web at once; it keeps to its own pace and number of connections. */
const UNDER_WAY = 128;
/** Of one host: others shall not wait behind its queue. */
const PER_HOST = 8;
/** A resting watch looks so often whether something is due: another process may have added it. */
const LONGEST_REST_MS = 30_000;

export interface WatchOptions {
  /** End when nothing is due any more, instead of waiting for the next time. */
  readonly once: boolean;
  /** Only what this source named; sources are not polled. */
  readonly only?: string;
  /** Ends the watch: what is under way is given up, what came back is saved. */
  readonly signal: AbortSignal;
  /** Resolves after so long, or at the signal if there is one. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly onSaved?: (step: WatchStep) => void;
  /** Nothing is due until then (milliseconds since the epoch; absent: nothing is planned). */
  readonly onRest?: (until: number | undefined) => Promise<void>;
  /** Another process writes, and what came back waits for it; says who. */
  readonly onWaiting?: (holder: string) => void;
  /** Threads that extract articles; as many as there are processors where not given. */
  readonly threads?: number;
}

/** One run of a watch. */
interface Run {
  readonly desk: Desk;
  readonly web: Web;
  readonly crew: Crew;
  readonly flights: Flights;
  readonly options: WatchOptions;
}

/** Runs the watch until it is ended, or, `once`, until nothing is due. Takes the watch's own lock. */
export async function runWatch(desk: Desk, web: Web, options: WatchOptions): Promise<void> {
  const lock = await desk.lockWatch('watch');
  // Each request under way listens to it, which Node would take for a leak.
  setMaxListeners(2 * UNDER_WAY, options.signal);
  const crew = gatherCrew(options.threads ?? availableParallelism());
  try {
    await rounds({ desk, web, crew, flights: new Flights(), options });
  } finally {
    await crew.close();
    lock.release();
  }
}

async function rounds(run: Run): Promise<void> {
  const { desk, flights, options } = run;
  const { signal, wait } = options;
  let saving: Promise<void> | undefined;
  for (;;) {
    flights.rethrow();
    if (!signal.aborted && !flights.crowded && flights.worthALook(desk.now())) await takeUp(run);
    if (saving === undefined && flights.ripe(desk.now())) {
      saving = saveStep(run)
        .catch((cause: unknown) => flights.fail(cause))
        .finally(() => {
          saving = undefined;
        });
    }
    if (saving !== undefined || flights.underWay > 0) {
      await Promise.race([flights.landing(), saving ?? wait(LOOK_MS), wait(LOOK_MS)]);
      continue;
    }
    if (flights.waiting > 0) continue;
    if (signal.aborted) return;
    const due = await desk.store.nextDue(options.only);
    const now = desk.now();
    if (due !== undefined && due <= now) {
      // Without it this would turn on the spot, and let nothing else of the process run.
      flights.lookAgain();
      await wait(0);
      continue;
    }
    if (options.once) return;
    // Idle threads would keep their memory until something is due again.
    await run.crew.close();
    await options.onRest?.(due);
    await wait(Math.min(LONGEST_REST_MS, Math.max(0, (due ?? Infinity) - now)), signal);
  }
}

/** Takes up what is due, as far as there is room; sources first, since they name pages. */
async function takeUp({ desk, web, flights, options }: Run): Promise<void> {
  const { store, now } = desk;
  const { signal, only } = options;
  const room = UNDER_WAY - flights.underWay;
  if (room < UNDER_WAY / 4) return;
  const limit = UNDER_WAY + flights.waiting + flights.underWay;
  const started = now();
  const due = only === undefined ? await store.dueSources(started, limit) : [];
  const sources = due.filter((source) => !flights.has(keyOfPoll({ source }))).slice(0, room);
  for (const source of sources) {
    const flight = pollSource(web, source, { now: started, signal }).then((poll) =>
      siftPoll(store, poll),
    );
    flights.poll(keyOfPoll({ source }), flight, now);
  }
  const pages = await store.duePages({
    now: started,
    limit,
    perHost: PER_HOST,
    ...(only !== undefined && { source: only }),
  });
  const fresh = pages.filter((page) => !flights.has(keyOfPage({ page })));
  const known = new Map<string, SourceRow>(
    fresh.length === 0 ? [] : (await store.sources()).map((source) => [source.id, source] as const),
  );
  for (const page of fresh.slice(0, Math.max(0, room - sources.length))) {
    const flight = fetchPage(web, page, known.get(page.source), { now: started, signal });
    flights.page(keyOfPage({ page }), flight, now);
  }
}

/** However long another writer takes: a watch of months does not end because somebody ingests. */
async function turnToWrite({ desk, options }: Run): Promise<WriterLock> {
  for (;;) {
    try {
      return await desk.lock('watch');
    } catch (error) {
      if (!(error instanceof LockHeld) || options.signal.aborted) throw error;
      options.onWaiting?.(error.message);
    }
  }
}

/** Archives, reads and saves what came back. Takes the writer lock for this step alone. */
async function saveStep(run: Run): Promise<void> {
  const { desk, crew, flights, options } = run;
  const { keys, ...done } = flights.take();
  const lock = await turnToWrite(run);
  try {
    const archive = await openDeskArchive(desk);
    try {
      const step = await stepOf(desk, archive, done, (items, more) => draftWith(crew, items, more));
      await desk.store.saveWatch(step);
      options.onSaved?.(step);
    } finally {
      await archive.close();
    }
  } finally {
    lock.release();
  }
  flights.settle(keys);
}
