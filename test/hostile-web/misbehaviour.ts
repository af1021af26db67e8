/** What a path of the hostile web is given, and does. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as a misbehaviour meets it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The stand-in's port, and how often this host was asked for this path, from 1. */
  readonly port: number;
  readonly hit: number;
  /** Runs `step` every `ms` until the connection or the server ends. */
  readonly repeat: (ms: number, step: () => void) => void;
}

/** What is served at one path. */
export type Misbehaviour = (exchange: Exchange) => void;
