/**
 * What happens to alerts, and how far the desk is, as it happens: server-sent events. One look serves all who
 * listen, and nobody looks while nobody listens. Articles come in by other processes, so what the desk holds is asked. `Last-Event-ID` goes on where a listener broke off. At each sign of
 * life it is asked again whether a listener still may.
 */
import type { Hono } from 'hono';
import type { AlertEvent } from '../domain/alerts.ts';
import type { AlertStore } from '../store/alerts.ts';
import type { Store } from '../store/store.ts';
import { wrongMethod } from './operation-routes.ts';
import { paced } from './paced.ts';
import { personFor } from './person.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';

/** Between two looks at the log, and between two signs of life, in milliseconds. */
const LOOK = 2000;
const HEARTBEAT = 25_000;
/** Between two tellings of how far a round is, in milliseconds. */
const PROGRESS_EVERY = 250;
/** More listeners than that are refused. */
const MOST_LISTENERS = 200;
/** Streams of one person. */
const MOST_OF_ONE = 20;
/** Tellings that a listener may leave unread before its stream is ended. */
const MOST_UNREAD = 1000;
/** Events told at once. */
const MOST_EVENTS = 200;
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
};

interface Listener {
  /** Name of the account. */
  readonly who: string;
  readonly tell: (text: string) => void;
  readonly end: () => void;
  /** Whether its session or key still stands, with the role that it began with. */
  readonly holds: () => Promise<boolean>;
  /** Place in the log of the last event that it was told. */
  seen: number;
  /** How far the desk was, as it was told last; each is told at its beginning. */
  grown?: string;
}

export interface EventSource {
  readonly add: (listener: Listener) => void;
  readonly remove: (listener: Listener) => void;
  /** How many listen; of one person where `who` is given. */
  readonly listeners: (who?: string) => number;
  /** Tells how far a round is: `done` of `total` (0: not known), the newest at most four times a second. */
  readonly progress: (stage: string, done: number, total: number) => void;
  /** Ends all streams: a server that closes would wait for them. */
  readonly end: () => void;
}

/** The log of alerts, and how many articles are kept and traced. */
type Looked = Pick<AlertStore, 'lastAlertEvent' | 'alertEventsAfter'> &
  Pick<Store, 'countArticles' | 'tracedArticles'>;

/** Looks at the desk while there are listeners; `look` and `heartbeat` in milliseconds. */
export function eventSource(store: Looked, look = LOOK, heartbeat = HEARTBEAT): EventSource {
  const listeners = new Set<Listener>();
  let seen: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let alive = 0;
  const tick = async (): Promise<void> => {
    seen ??= await store.lastAlertEvent();
    const news = await store.alertEventsAfter(seen, MOST_EVENTS);
    for (const { seq, event } of news) {
      seen = seq;
      for (const listener of listeners) {
        if (listener.seen >= seq) continue;
        listener.seen = seq;
        listener.tell(eventText(seq, event));
      }
    }
    const grown = progressText(
      'tracing',
      await store.tracedArticles(),
      await store.countArticles(),
    );
    for (const listener of listeners) {
      if (listener.grown === grown) continue;
      listener.grown = grown;
      listener.tell(grown);
    }
  };
  const beat = async (): Promise<void> => {
    alive += look;
    if (alive < heartbeat) return;
    alive = 0;
    await Promise.all([...listeners].map((one) => stillHere(one, listeners)));
  };
  const tellProgress = paced((line: string) => {
    for (const { tell } of listeners) tell(line);
  }, PROGRESS_EVERY);
  const run = (): void => {
    timer = setTimeout(() => {
      tick()
        .catch(() => {})
        // A log that cannot be read keeps nobody listening who may not.
        .then(beat)
        .finally(() => {
          if (listeners.size > 0) run();
          else timer = undefined;
        });
    }, look);
    timer.unref();
  };
  return {
    add: (listener) => {
      listeners.add(listener);
      if (timer === undefined) {
        seen = undefined;
        // Where the log ends now is where a new round of listening begins.
        store.lastAlertEvent().then(
          (last) => {
            seen ??= last;
          },
          () => {},
        );
        run();
      }
    },
    remove: (listener) => {
      listeners.delete(listener);
    },
    listeners: (who) =>
      who === undefined
        ? listeners.size
        : [...listeners].filter((listener) => listener.who === who).length,
    progress: (stage, done, total) => {
      if (listeners.size > 0) tellProgress(progressText(stage, done, total));
    },
    end: () => {
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}

/** A sign of life to whoever still may listen; the stream of others ends. */
async function stillHere(listener: Listener, listeners: Set<Listener>): Promise<void> {
  const holds = await listener.holds().catch(() => false);
  if (holds) listener.tell(': here\n\n');
  else if (listeners.delete(listener)) listener.end();
}

export function eventRoutes(app: Hono<ApiEnv>, program: ApiProgram, source: EventSource): void {
  app.get('/api/events', async (c) => {
    const person = await personFor(c, program);
    if (person === undefined) {
      throw new ApiProblem('not-signed-in', 'Sign in, or send a key.');
    }
    checkRoom(source, person.name);
    // Nothing reads, or ends, a stream that is the answer to a HEAD.
    if (c.req.method === 'HEAD') return new Response(null, { headers: HEADERS });
    const asked = c.req.header('last-event-id') ?? '';
    const { store } = program.desk;
    const missed = /^\d{1,15}$/.test(asked) ? await eventsAfter(store, Number(asked)) : [];
    const [request, address] = [c.req.raw, c.get('remoteAddress')];
    const holds = async (): Promise<boolean> => {
      const now = await program.authority.personOf(request, address, 'listens');
      return now?.name === person.name && now.role === person.role;
    };
    // Others may have come while the log was read.
    checkRoom(source, person.name);
    return streamOf(source, missed, person.name, holds);
  });
  app.all('/api/events', () => wrongMethod('GET, HEAD'));
}

function checkRoom(source: EventSource, who: string): void {
  const full = source.listeners() >= MOST_LISTENERS;
  if (!full && source.listeners(who) < MOST_OF_ONE) return;
  const detail = full
    ? 'Too many listen already.'
    : `${who} listens ${MOST_OF_ONE} times already; end one of these streams.`;
  throw new ApiProblem('hurried', detail, { 'retry-after': '60' });
}

type Logged = Awaited<ReturnType<AlertStore['alertEventsAfter']>>[number];

/** All behind `seq`, a part at a time. */
async function eventsAfter(store: AlertStore, seq: number): Promise<readonly Logged[]> {
  const events: Logged[] = [];
  for (let last = seq; ; last = events.at(-1)!.seq) {
    const part = await store.alertEventsAfter(last, MOST_EVENTS);
    events.push(...part);
    if (part.length < MOST_EVENTS) return events;
  }
}

function streamOf(
  source: EventSource,
  missed: readonly Logged[],
  who: string,
  holds: Listener['holds'],
): Response {
  const encoder = new TextEncoder();
  let listener: Listener | undefined;
  const gone = (): void => {
    if (listener !== undefined) source.remove(listener);
  };
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const first = missed.map(({ seq, event }) => eventText(seq, event));
      controller.enqueue(encoder.encode(`retry: 5000\n\n${first.join('')}`));
      listener = {
        who,
        seen: missed.at(-1)?.seq ?? 0,
        tell: (text) => {
          try {
            controller.enqueue(encoder.encode(text));
            if ((controller.desiredSize ?? 0) >= -MOST_UNREAD) return;
            gone();
            controller.close();
          } catch {
            // It went away between two events.
            gone();
          }
        },
        end: () => controller.close(),
        holds,
      };
      source.add(listener);
    },
    cancel: gone,
  });
  return new Response(stream, { headers: HEADERS });
}

/** Notes stay with those who open the alert. */
function eventText(seq: number, { alert, action, at, by }: AlertEvent): string {
  return `id: ${seq}\nevent: alert\ndata: ${JSON.stringify({ alert, action, at, by })}\n\n`;
}

/** Without an id: whoever comes back is told of alerts, and not of rounds that are over. */
function progressText(stage: string, done: number, total: number): string {
  return `event: progress\ndata: ${JSON.stringify({ stage, done, total })}\n\n`;
}
