/** One run of load: analysts, a stream of articles, memory; and what came of it. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceOf } from '../bench/chance.ts';
import {
  answering,
  freePort,
  type Place,
  residentMb,
  run,
  signIn,
  start,
} from '../bench/processes.ts';
import { writeArticles } from './articles.ts';
import { listen, type Visit, walk } from './walk.ts';

export interface LoadOptions {
  readonly place: Place;
  /** How the program is begun: what is built, or its sources. */
  readonly program: readonly string[];
  readonly analysts: number;
  /** Articles a second that come in. */
  readonly rate: number;
  readonly seconds: number;
  /** Of thought between two pages, in milliseconds. */
  readonly think: readonly [number, number];
  readonly seed: number;
}

export interface LoadResult {
  readonly visits: readonly Visit[];
  /** Articles that came in, and in how many seconds. */
  readonly ingested: number;
  readonly seconds: number;
  /** Longest time from the writing of a file to its being in the desk, in seconds. */
  readonly lag: number;
  /** Articles of the desk that were not traced yet when the run ended. */
  readonly untraced: number;
  /** Of the server, once a second. */
  readonly memoryMb: readonly number[];
  /** What the server said of defects. */
  readonly defects: readonly string[];
}

/** A file comes in so often. */
const FILE_SECONDS = 5;
const LONGEST_END_MS = 15_000;

/** Runs it on the desk, which is there; throws where the server does not start. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { place, program, analysts } = options;
  const password = randomBytes(12).toString('hex');
  const name = `load-${randomBytes(4).toString('hex')}`;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const account = ['account', 'add', '--name', name, '--role', 'admin', '--stdin'];
  await run(program, account, place, `${password}\n`);
  const server = start(program, ['serve', '--port', String(port)], place);
  // On PostgreSQL a worker traces and reads what comes in; on SQLite who takes it in traces it.
  const worker = place.database === undefined ? undefined : start(program, ['work'], place);
  try {
    await answering(origin, server);
    // One session for all: signing in again and again from one address is held up, and should be.
    const cookie = await signIn(origin, name, password);
    const end = new AbortController();
    const visits: Visit[] = [];
    const memoryMb: number[] = [];
    const measuring = setInterval(() => {
      const now = residentMb(server.child.pid!);
      if (now !== undefined) memoryMb.push(now);
    }, 1000);
    const walks = Array.from({ length: analysts }, async (_, i) => {
      const analyst = { origin, cookie, chance: chanceOf(options.seed, i), think: options.think };
      // Some leave a page open beside the one that they work on.
      if (i % 2 === 0) void listen(analyst, end.signal);
      for await (const visit of walk(analyst, end.signal)) visits.push(visit);
    });
    const began = Date.now();
    const stream = streaming(options, end.signal);
    await sleep(options.seconds * 1000);
    end.abort();
    await Promise.all(walks);
    const { ingested, lag } = await stream;
    clearInterval(measuring);
    const seconds = (Date.now() - began) / 1000;
    return {
      ...{ visits, ingested, lag, memoryMb, seconds, untraced: await untracedIn(program, place) },
      defects: [...server.defects(), ...(worker?.defects() ?? [])],
    };
  } finally {
    for (const { child } of [server, ...(worker === undefined ? [] : [worker])]) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      // A worker first ends its job; whoever cannot wait takes it away, and another one does it.
      const impatient = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS);
      await ended;
      clearTimeout(impatient);
    }
  }
}

async function untracedIn(program: readonly string[], place: Place): Promise<number> {
  const said = await run(program, ['status', '--json'], place);
  const { counts, traced } = JSON.parse(said) as {
    readonly counts: { readonly articles: number };
    readonly traced: number;
  };
  return counts.articles - traced;
}

/** Every few seconds a file of articles, each taken in by a process of its own, as a crawler would. */
async function streaming(
  { place, program, rate, seed }: LoadOptions,
  signal: AbortSignal,
): Promise<{ readonly ingested: number; readonly lag: number }> {
  let [ingested, lag] = [0, 0];
  if (rate === 0) return { ingested, lag };
  const begin = Date.now();
  // A desk that was under load before has the articles of that time: these are others.
  const own = begin % 1_000_000;
  for (let turn = 0; !signal.aborted; turn++) {
    const due = begin + turn * FILE_SECONDS * 1000;
    await sleep(Math.max(0, due - Date.now()), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    const count = rate * FILE_SECONDS;
    const file = writeArticles(place.folder, `stream-${turn}`, {
      ...{ seed: seed + own, begin: turn * count, end: (turn + 1) * count },
    });
    await run(
      program,
      ['ingest', file, ...(place.database === undefined ? [] : ['--no-trace'])],
      place,
    );
    ingested += count;
    lag = Math.max(lag, (Date.now() - due) / 1000);
  }
  return { ingested, lag };
}
