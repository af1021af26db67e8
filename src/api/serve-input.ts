/** What a server is started with, and what it says at its end. */
import type { Context } from '../operations/operation.ts';
import type { OidcSettings } from '../people/oidc.ts';
import type { LogFormat } from './request-log.ts';

/** Where the bundled example is kept. */
export const EXAMPLE_DESK = 'atalaya-demo';

export interface ServeOptions {
  /** Folder of the browser's modules and style sheets. */
  readonly assets: string;
  readonly oidc: OidcSettings | undefined;
  /** Address of the console as browsers see it, where that is not where it listens. */
  readonly publicUrl: string | undefined;
  readonly openExample: (folder: string) => Promise<Context['desk']>;
}

export interface ServedView {
  readonly address: string;
  readonly requests: number;
}

export interface ServeInput {
  readonly port: number;
  readonly host: string;
  readonly watchFile: string;
  readonly example: boolean;
  readonly behindTls: boolean;
  /** How many proxies of ours stand in front, each of which appends to `X-Forwarded-For`. */
  readonly behindProxy: number;
  readonly log: LogFormat;
}
