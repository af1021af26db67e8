/** Who asks, as the door sees it; `authority.ts` answers from the desk's accounts. */
import type { Hono } from 'hono';
import type { Person } from '../domain/people.ts';

/** Asked too often: a door answers 429 with `Retry-After`. */
export class TooManyRequests extends Error {
  /** Whole seconds, at least one. */
  readonly retryAfter: number;

  constructor(waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    super(`too many requests: try again in ${seconds} s`);
    this.retryAfter = seconds;
  }
}

export interface Authority {
  /**
   * Nobody where nothing vouches for the request. Throws `TooManyRequests` for a hurried program.
   * `listens`: looked at again while its answer goes on; that counts as no use of a session or key.
   */
  personOf(
    request: Request,
    remoteAddress: string,
    how?: 'asks' | 'listens',
  ): Promise<Person | undefined>;
  /** `/sign-in`, `/sign-in/oidc`, `/sign-in/oidc/callback`, `/sign-out`, `/password`. */
  readonly signIn: Hono<SignInEnv>;
}

/** What the door hands to the routes of signing in. */
export interface SignInEnv {
  Variables: {
    /** Address of whoever is connected. */
    remoteAddress: string;
  };
}
