/** What the door is opened on. `main.ts` gives the real ones, tests their own. */

import type { Person } from '../domain/people.ts';
import type { Context, Operation } from '../operations/operation.ts';
import type { ConsoleLanguage, Page } from '../pages/page.ts';
import type { Authority } from './authority-port.ts';
import type { Family } from './metrics-text.ts';
import type { RequestEntry } from './request-log.ts';

export interface ApiProgram {
  readonly operations: readonly Operation[];
  readonly pages: readonly Page[];
  readonly authority: Authority;
  /** Opened once for all requests. */
  readonly desk: Context['desk'];
  readonly example: string;
  readonly version: string;
  /** The watch list that this server was started with. */
  readonly watchFile: string;
  /** Folder of the browser's modules and style sheets. */
  readonly assets: string;
  /** Whether the desk is the bundled example. */
  readonly invented: boolean;
  /** Whether browsers reach it over TLS. */
  readonly overTls: boolean;
  /** Hosts that may be asked for, as `Host` has them; absent: any (a proxy in front decides). */
  readonly hosts: readonly string[] | undefined;
  /** Aborts when the server is to close: what has no end of its own ends then. */
  readonly ending?: AbortSignal;
  /** Who is told how far the server's own rounds are; the door adds itself. */
  readonly steps?: Set<Context['progress']['step']>;
  /** Told of every request once it is answered. */
  readonly requested?: (entry: RequestEntry) => void;
  /** Numbers of the process for `/metrics`; absent: none are given. */
  readonly process?: () => readonly Family[];
  /** Told of every defect, by its name and stack. */
  readonly log: (line: string) => void;
}

/** What middle layers leave for routes. */
export interface ApiEnv {
  Variables: {
    remoteAddress: string;
    language: ConsoleLanguage;
    /** Who asked, where a route wanted to know. */
    person?: Person | undefined;
    /** Of a body that is not sent while it is made. */
    bytes?: number;
  };
  Bindings: {
    /** Where the connection comes from; given by the server, absent in tests that say otherwise. */
    remoteAddress?: string;
  };
}
