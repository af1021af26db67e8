/** The server as a command. What it serves is loaded when it is run: other commands need none of it. */
import { z } from 'zod';
import { named } from '../operations/operation.ts';
import { LOG_FORMATS } from './request-log.ts';
import { EXAMPLE_DESK, type ServedView, type ServeOptions } from './serve-input.ts';

/** Where it listens if nothing is said. */
const PORT = 8420;
const MOST_PROXIES = 10;

/** The operation `serve`, for the list of commands. */
export function serveOperation(options: ServeOptions) {
  return named(
    'serve',
    'Open the console in a browser: a server on this machine, or for others with accounts',
    {
      input: z.object({
        port: z.coerce
          .number()
          .int()
          .min(0)
          .max(65_535)
          .default(PORT)
          .describe('port to listen on'),
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
        behindProxy: z.coerce
          .number()
          .int()
          .min(0)
          .max(MOST_PROXIES)
          .default(0)
          .describe('how many proxies of yours stand in front and append to X-Forwarded-For'),
        log: z
          .enum(LOG_FORMATS)
          .default('none')
          .describe('tell every request in a line of text or json: route, status, time, who'),
      }),
      creates: true,
      deskless: 'optional',
      run: async (input, context): Promise<ServedView> => {
        const { serving } = await import('./serving.ts');
        return serving(input, context, options);
      },
      text: ({ requests }) => `Closed after ${requests} requests.`,
    },
  );
}
