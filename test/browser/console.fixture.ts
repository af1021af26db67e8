/** The real server on the bundled example, in a folder of its own and at a port of the loopback address. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveOperation } from '../../src/api/serve.ts';
import { demoOperation } from '../../src/operations/demo.ts';
import type { Context } from '../../src/operations/operation.ts';
import { type Desk, openDesk } from '../../src/pipeline/desk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = join(ROOT, 'example', 'articles');
/** Later than anything in the example. */
const NOW = Date.UTC(2025, 0, 1);

export interface Console {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly desk: Desk;
  readonly context: Context;
  /** The watch list that is shown and edited: a copy. */
  readonly watchFile: string;
  /** Gone when it closes. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** `fill` puts into the empty desk what it shall hold; the bundled example if nothing is said. */
export async function openConsole(
  fill: (context: Context) => Promise<unknown> = (context) => demoOperation.run({}, context),
): Promise<Console> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-console-'));
  const desk = await openDesk({
    folder: join(folder, 'desk'),
    now: () => NOW,
    detectLanguage: async () => 'en',
  });
  const watchFile = join(folder, 'watch.yaml');
  await copyFile(join(ROOT, 'example', 'watch.yaml'), watchFile);
  const end = new AbortController();
  const context: Context = {
    ...{ desk, hasDesk: true, stdin: undefined, example: EXAMPLE, version: '0.0.0-test' },
    progress: { step: () => {}, tell: () => {} },
    by: 'local',
    watchFile,
    interrupted: () => end.signal,
  };
  await fill(context);
  const { origin, ended } = await served(context, watchFile);
  return {
    ...{ origin, desk, context, watchFile, folder },
    close: async () => {
      end.abort();
      await ended;
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the command `serve` until the context is interrupted. */
async function served(
  context: Context,
  watchFile: string,
): Promise<{ readonly origin: string; readonly ended: Promise<unknown> }> {
  const serve = serveOperation({
    assets: join(ROOT, 'console'),
    oidc: undefined,
    publicUrl: undefined,
    openExample: () => Promise.reject(new Error('the example is open already')),
  });
  let ended: Promise<unknown> = Promise.resolve();
  const origin = await new Promise<string>((resolve, reject) => {
    const tell = (line: string): void => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    };
    const input = serve.input.parse({ port: 0, watchFile });
    ended = serve.run(input, { ...context, progress: { ...context.progress, tell } });
    ended.catch(reject);
  });
  return { origin, ended };
}
