/** A worker thread of this program, from its sources or from what is built of them. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts the module `name` (`./crew-worker`) beside the module at `from` (its `import.meta.url`). The worker's
 * file is TypeScript where that one is, as in tests; there tsx is asked to read it.
 */
export function startThread(from: string, name: string, workerData?: unknown): Worker {
  if (from.endsWith('.js')) return new Worker(new URL(`${name}.js`, from), { workerData });
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  const api = new URL('./esm/api/index.mjs', tsx);
  // `--import tsx` does nothing in a thread: it registers itself in the main one only.
  const file = new URL(`${name}.ts`, from);
  const code = `import { register } from '${api}'; register(); await import('${file}');`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    execArgv: [],
    workerData,
  });
}
