/**
 * Whose turn it is: first come, first served on a host, by turns between hosts, with a gap between
 * two requests to one host, and never more than so many at once. A host that asks for peace gets it:
 * whoever waits for it, or comes meanwhile, is told when to come again. Constant time a turn; a host
 * is remembered while it matters, so memory follows the hosts at work, not all ever asked.
 */

export interface PaceOptions {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Resolves after so many ms; may reject when `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number in [0, 1): spreads the returns of many desks. */
  readonly jitter: () => number;
  /** Connections to one host, and to all hosts, at once. */
  readonly perHost: number;
  readonly inFlight: number;
}

/** How an exchange went, as far as the host's peace goes. */
export type After =
  | { readonly kind: 'fine' }
  /** It asked to be left alone (429, 503): for so many ms, if it said so. */
  | { readonly kind: 'hold-off'; readonly retryAfterMs?: number | undefined }
  /** No answer: not reached, broken off, too slow. */
  | { readonly kind: 'no-answer' }
  /** We stopped it ourselves: nothing is learnt of the host. */
  | { readonly kind: 'stopped' };

export interface Turn {
  readonly kind: 'turn';
  /** Ends the turn; says for how many ms the host is left alone beyond the gap, 0 mostly. */
  readonly done: (after: After) => number;
}

export type Wait =
  | Turn
  | { readonly kind: 'held-off'; readonly ms: number }
  | { readonly kind: 'aborted' };

export interface Pace {
  /** Waits for a turn on `host`; `gapMs` must pass between it and the next. */
  readonly turn: (host: string, gapMs: number, signal?: AbortSignal) => Promise<Wait>;
  /** Ends all waiting as aborted. */
  readonly close: () => void;
  /** Hosts remembered: for the test of the bound. */
  readonly size: () => number;
}

/** First pause after 429, 503 or `NO_ANSWERS` failures; doubled each time until a good answer. */
const FIRST_PAUSE_MS = 5000;
/** Longest pause, whatever the host asks for. */
const LONGEST_PAUSE_MS = 3_600_000;
/** A single failure is chance; so many in a row are a host that is down. */
const NO_ANSWERS = 3;
/** Hosts remembered before the idle ones are first forgotten. */
const SWEEP_AT = 1024;

interface Waiter {
  readonly gapMs: number;
  readonly end: (outcome: Wait) => void;
}

interface Host {
  /** In order of arrival; a set, so that an aborted one leaves in constant time. */
  readonly queue: Set<Waiter>;
  active: number;
  /** When the next turn may begin. */
  readyAt: number;
  heldUntil: number;
  /** Pauses and failures since the last good answer, and until when they are remembered. */
  pauses: number;
  failures: number;
  rememberUntil: number;
  timer: AbortController | undefined;
}

interface State {
  readonly options: PaceOptions;
  readonly hosts: Map<string, Host>;
  /** Hosts with a waiter that could start now, in the order in which they became so. */
  readonly ready: Set<Host>;
  active: number;
  sweepAt: number;
  closed: boolean;
}

export function openPace(options: PaceOptions): Pace {
  const empty = { hosts: new Map<string, Host>(), ready: new Set<Host>() };
  const state: State = { options, ...empty, active: 0, sweepAt: SWEEP_AT, closed: false };
  return {
    turn: (name, gapMs, signal) => waitForTurn(state, name, gapMs, signal),
    close: () => close(state),
    size: () => state.hosts.size,
  };
}

function waitForTurn(
  state: State,
  name: string,
  gapMs: number,
  signal?: AbortSignal,
): Promise<Wait> {
  if (state.closed || signal?.aborted) return Promise.resolve({ kind: 'aborted' });
  const host = hostOf(state, name);
  const held = host.heldUntil - state.options.now();
  if (held > 0) return Promise.resolve({ kind: 'held-off', ms: held });
  return new Promise((resolve) => {
    const abort = (): void => {
      host.queue.delete(waiter);
      waiter.end({ kind: 'aborted' });
    };
    const waiter: Waiter = {
      gapMs,
      end: (outcome) => {
        signal?.removeEventListener('abort', abort);
        resolve(outcome);
      },
    };
    signal?.addEventListener('abort', abort, { once: true });
    host.queue.add(waiter);
    settle(state, host);
    pump(state);
  });
}

function hostOf(state: State, name: string): Host {
  const known = state.hosts.get(name);
  if (known !== undefined) return known;
  if (state.hosts.size >= state.sweepAt) sweep(state);
  const never = { readyAt: -Infinity, heldUntil: -Infinity, rememberUntil: -Infinity };
  const host: Host = {
    queue: new Set(),
    active: 0,
    ...never,
    pauses: 0,
    failures: 0,
    timer: undefined,
  };
  state.hosts.set(name, host);
  return host;
}

/** Forgets idle hosts. The next sweep comes at twice what is left: constant work a host. */
function sweep(state: State): void {
  const now = state.options.now();
  for (const [name, host] of state.hosts) {
    const busy = host.queue.size > 0 || host.active > 0;
    if (!busy && Math.max(host.readyAt, host.rememberUntil) <= now) state.hosts.delete(name);
  }
  state.sweepAt = Math.max(SWEEP_AT, state.hosts.size * 2);
}

/** Puts a host where it belongs: among the ready ones, behind a timer, or nowhere. */
function settle(state: State, host: Host): void {
  const wants = host.queue.size > 0 && host.active < state.options.perHost;
  if (!wants) {
    state.ready.delete(host);
    return;
  }
  const ms = host.readyAt - state.options.now();
  if (ms <= 0) state.ready.add(host);
  else if (host.timer === undefined) {
    const timer = new AbortController();
    host.timer = timer;
    const wake = (): void => {
      if (host.timer === timer) host.timer = undefined;
      if (state.closed) return;
      settle(state, host);
      pump(state);
    };
    state.options.wait(ms, timer.signal).then(wake, wake);
  }
}

function pump(state: State): void {
  while (state.active < state.options.inFlight) {
    const [host] = state.ready;
    if (host === undefined) return;
    state.ready.delete(host);
    const [waiter] = host.queue;
    // An aborted waiter has left the queue, but its host may still stand here.
    if (waiter === undefined) continue;
    host.queue.delete(waiter);
    start(state, host, waiter);
    settle(state, host);
  }
}

function start(state: State, host: Host, waiter: Waiter): void {
  host.active++;
  state.active++;
  host.readyAt = state.options.now() + waiter.gapMs;
  let over = false;
  const done = (after: After): number => {
    if (over) return 0;
    over = true;
    host.active--;
    state.active--;
    host.readyAt = state.options.now() + waiter.gapMs;
    const pause = pauseAfter(state, host, after);
    if (!state.closed) {
      settle(state, host);
      pump(state);
    }
    return pause;
  };
  waiter.end({ kind: 'turn', done });
}

/** How long the host is now left alone, in ms; who waits for it is told. */
function pauseAfter({ options }: State, host: Host, after: After): number {
  if (after.kind === 'stopped') return 0;
  if (after.kind === 'fine') {
    host.pauses = 0;
    host.failures = 0;
    host.rememberUntil = -Infinity;
    return 0;
  }
  host.failures++;
  const now = options.now();
  const own = FIRST_PAUSE_MS * 2 ** Math.min(host.pauses, 20) * (1 + options.jitter() / 2);
  if (after.kind === 'no-answer' && host.failures < NO_ANSWERS) {
    host.rememberUntil = Math.max(host.rememberUntil, now + own);
    return 0;
  }
  host.pauses++;
  const asked = after.kind === 'hold-off' ? after.retryAfterMs : undefined;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.round(asked || own));
  host.heldUntil = Math.max(host.heldUntil, now + pause);
  // Remembered once as long again, so that the next refusal doubles it.
  host.rememberUntil = host.heldUntil + pause;
  const held = host.heldUntil - now;
  for (const waiter of host.queue) waiter.end({ kind: 'held-off', ms: held });
  host.queue.clear();
  return held;
}

function close(state: State): void {
  state.closed = true;
  for (const host of state.hosts.values()) {
    host.timer?.abort();
    for (const waiter of host.queue) waiter.end({ kind: 'aborted' });
    host.queue.clear();
  }
  state.ready.clear();
}
