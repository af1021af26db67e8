/** Requests under way, and what came back of them and waits to be saved. */
import type { DonePage } from './pages.ts';
import type { SiftedPoll } from './polls.ts';
import type { Done } from './step.ts';

/** A step is saved at so many exchanges, at so many bytes, or after so long. */
const STEP_ITEMS = 200;
const STEP_BYTES = 32 * 1024 * 1024;
const STEP_MS = 1000;

/** How often the store is asked at least what has become due, in milliseconds. */
export const LOOK_MS = 250;

/** What came back, with the keys under which it is known to be under way until it is saved. */
export interface Landed extends Done {
  readonly keys: readonly string[];
}

export class Flights {
  /** Keys of what is under way or waits to be saved: in the store it is still due. */
  private readonly busy = new Set<string>();
  private pages: DonePage[] = [];
  private polls: SiftedPoll[] = [];
  private bytes = 0;
  private since = 0;
  private flying = 0;
  private lookAt = 0;
  private failure: { readonly cause: unknown } | undefined;
  private wake: () => void = () => {};

  /** Requests that are not answered yet. */
  get underWay(): number {
    return this.flying;
  }

  get waiting(): number {
    return this.pages.length + this.polls.length;
  }

  has(key: string): boolean {
    return this.busy.has(key);
  }

  /** Takes a request up; `now` is asked when it is answered. A failure is thrown by `landed`. */
  page(key: string, flight: Promise<DonePage>, now: () => number): void {
    this.start(key, flight, (done) => {
      const { fetched } = done;
      const isGivenUp = fetched.kind === 'refused' && fetched.reason === 'aborted';
      const bytes = fetched.kind === 'answer' ? fetched.body.byteLength : 0;
      this.land(key, isGivenUp, bytes, now, () => this.pages.push(done));
    });
  }

  poll(key: string, flight: Promise<SiftedPoll>, now: () => number): void {
    this.start(key, flight, (done) => {
      const isGivenUp = done.fetches.some(({ reason }) => reason === 'aborted');
      const bytes = done.evidence.reduce((sum, { body }) => sum + body.byteLength, 0);
      this.land(key, isGivenUp, bytes, now, () => this.polls.push(done));
    });
  }

  /** Whether what came back is worth a step, or has waited long enough. */
  ripe(now: number): boolean {
    if (this.waiting === 0) return false;
    const full = this.waiting >= STEP_ITEMS || this.bytes >= STEP_BYTES;
    return full || this.flying === 0 || now < this.since || now - this.since >= STEP_MS;
  }

  /** Whether so much waits to be saved that nothing more should be taken up. */
  get crowded(): boolean {
    return this.waiting >= 2 * STEP_ITEMS || this.bytes >= 2 * STEP_BYTES;
  }

  /** All that came back; its keys stay busy until `settle`. */
  take(): Landed {
    const { pages, polls } = this;
    this.pages = [];
    this.polls = [];
    this.bytes = 0;
    return { pages, polls, keys: [...pages.map(keyOfPage), ...polls.map(keyOfPoll)] };
  }

  /** Lets go of what was saved: it may have made other things due. */
  settle(keys: readonly string[]): void {
    for (const key of keys) this.busy.delete(key);
    this.lookAgain();
    this.wake();
  }

  /** Whether the store should be asked what is due: not after every single answer. */
  worthALook(now: number): boolean {
    // A clock that was put back must not keep it from looking until it has caught up.
    if (now < this.lookAt && now >= this.lookAt - LOOK_MS) return false;
    this.lookAt = now + LOOK_MS;
    return true;
  }

  /** Something is known to be due: the next look is not put off. */
  lookAgain(): void {
    this.lookAt = 0;
  }

  /** Resolves at the next answer, or when something was saved. */
  landing(): Promise<void> {
    return new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }

  fail(cause: unknown): void {
    this.failure ??= { cause };
    this.wake();
  }

  /** Throws what a request or a step threw, if any did. */
  rethrow(): void {
    if (this.failure !== undefined) throw this.failure.cause;
  }

  private start<T>(key: string, flight: Promise<T>, land: (done: T) => void): void {
    this.busy.add(key);
    this.flying++;
    flight
      .then(land)
      .catch((cause: unknown) => this.fail(cause))
      .finally(() => {
        this.flying--;
        this.wake();
      });
  }

  /** What was given up is still due, and asked again another time. */
  private land(
    key: string,
    isGivenUp: boolean,
    bytes: number,
    now: () => number,
    keep: () => void,
  ): void {
    if (isGivenUp) {
      this.busy.delete(key);
      return;
    }
    if (this.waiting === 0) this.since = now();
    this.bytes += bytes;
    keep();
  }
}

export const keyOfPage = ({ page }: Pick<DonePage, 'page'>): string => `page ${page.url}`;
export const keyOfPoll = ({ source }: Pick<SiftedPoll, 'source'>): string => `source ${source.id}`;
