/** The server as a command. What it serves is loaded when it is run: other commands need none of it. */
import { z } from 'zod';
import { type Context, type Operation, operation } from '../operations/operation.ts';
import type { OidcSettings } from '../people/oidc.ts';

/** Where it listens if nothing is said. */
const PORT = 8420;
/** Where the bundled example is kept. */
export const EXAMPLE_DESK = 'atalaya-demo';

export interface ServeOptions {
  readonly operations: readonly Operation[];
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

/** The operation `serve`, for the list of commands. */
export function serveOperation(options: ServeOptions) {
  return operation({
    name: 'serve',
    summary: 'Open the console in a browser: a server on this machine, or for others with accounts',
    input: z.object({
      port: z.coerce.number().int().min(0).max(65_535).default(PORT).describe('port to listen on'),
      host: z
        .string()
        .default('127.0.0.1')
        .describe('address to listen on; beyond this machine only with accounts'),
      watchFile: z
        .string()
        .default('watch.yaml')
        .describe('the watch list to show, edit and measure by'),
      example: z
        .boolean()
        .default(false)
        .describe(`open the bundled, invented example (in ./${EXAMPLE_DESK})`),
      behindTls: z
        .boolean()
        .default(false)
        .describe('a server with TLS stands in front of this one'),
      requests: z
        .boolean()
        .default(false)
        .describe('tell every request: method, path, status, time'),
    }),
    creates: true,
    deskless: 'optional',
    run: async (input, context): Promise<ServedView> => {
      const { serving } = await import('./serving.ts');
      return serving(input, context, options);
    },
    text: ({ requests }) => `Closed after ${requests} requests.`,
  });
}

export interface ServeInput {
  readonly port: number;
  readonly host: string;
  readonly watchFile: string;
  readonly example: boolean;
  readonly behindTls: boolean;
  readonly requests: boolean;
}
