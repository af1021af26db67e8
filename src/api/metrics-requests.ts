/**
 * Requests counted by route, method and class of status, and how long they took. No label is of
 * foreign origin: routes are our own patterns, methods are known ones; so the numbers stay few,
 * whatever is asked for.
 */
import { type Family, numberText, type Sample } from './metrics-text.ts';

/** What is counted of a request; `RequestEntry` is one. */
export interface Counted {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface RequestNumbers {
  readonly count: (request: Counted) => void;
  readonly families: () => readonly Family[];
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);
/** Upper ends of the buckets, in seconds, both for a page (10 ms) and for a slow export (30 s). */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Times {
  readonly route: string;
  readonly method: string;
  /** How many fell into each bucket and none before it; the last is beyond all. */
  readonly inBucket: number[];
  /** By class of status: `2xx`. */
  readonly byStatus: Map<string, number>;
  seconds: number;
}

export function requestNumbers(): RequestNumbers {
  const all = new Map<string, Times>();
  return {
    count: ({ method, route, status, ms }) => {
      const known = METHODS.has(method) ? method : 'other';
      const times = timesOf(all, route, known);
      const seconds = ms / 1000;
      const bucket = BUCKETS.findIndex((end) => seconds <= end);
      times.inBucket[bucket < 0 ? BUCKETS.length : bucket]! += 1;
      times.seconds += seconds;
      const kind = `${Math.floor(status / 100)}xx`;
      times.byStatus.set(kind, (times.byStatus.get(kind) ?? 0) + 1);
    },
    families: () => [counters([...all.values()]), histogram([...all.values()])],
  };
}

function timesOf(all: Map<string, Times>, route: string, method: string): Times {
  const key = `${method} ${route}`;
  let times = all.get(key);
  if (times === undefined) {
    const inBucket = new Array<number>(BUCKETS.length + 1).fill(0);
    times = { route, method, inBucket, byStatus: new Map(), seconds: 0 };
    all.set(key, times);
  }
  return times;
}

function counters(all: readonly Times[]): Family {
  return {
    name: 'atalaya_http_requests_total',
    kind: 'counter',
    help: 'Requests answered, by route, method and class of status.',
    samples: all.flatMap(({ route, method, byStatus }) =>
      [...byStatus].map(([status, value]) => ({ labels: { route, method, status }, value })),
    ),
  };
}

function histogram(all: readonly Times[]): Family {
  return {
    name: 'atalaya_http_request_duration_seconds',
    kind: 'histogram',
    help: 'Time to the head of the answer, in seconds.',
    samples: all.flatMap(timesSamples),
  };
}

/** Buckets count all up to their end, so that a reader may leave some out. */
function timesSamples({ route, method, inBucket, seconds }: Times): Sample[] {
  let sum = 0;
  const buckets = inBucket.map((n, i): Sample => {
    sum += n;
    const le = numberText(BUCKETS[i] ?? Number.POSITIVE_INFINITY);
    return { suffix: '_bucket', labels: { route, method, le }, value: sum };
  });
  const labels = { route, method };
  return [
    ...buckets,
    { suffix: '_sum', labels, value: seconds },
    { suffix: '_count', labels, value: sum },
  ];
}
