#!/usr/bin/env node
/** Builds the desk and opens one door: the terminal. No logic. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveOperation } from './api/serve.ts';
import { run } from './cli/run.ts';
import { type Config, readConfig } from './config.ts';
import { CATALOGUE, type Entry } from './operations/catalogue.ts';
import type { Operation } from './operations/operation.ts';
import type { Desk } from './pipeline/desk.ts';
import { hasDesk } from './pipeline/desk-place.ts';

const config = configOrEnd();
const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const serve = serveOperation({
  assets: fileURLToPath(new URL('../console/', import.meta.url)),
  oidc: config.oidc,
  publicUrl: config.publicUrl,
  openExample: ownDeskIn,
});

const serving: Entry = {
  name: serve.name,
  summary: serve.summary,
  load: async () => serve as unknown as Operation,
};

// A reader that has seen enough (`| head`) closes the pipe: the work goes on, nobody is told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(
  {
    operations: [...CATALOGUE, serving],
    version,
    example: fileURLToPath(new URL('../example/articles', import.meta.url)),
    defaultDesk: config.desk,
    database: config.database,
    // Where the database is elsewhere, only the demo looks into a folder for it.
    hasDesk: (folder) => config.database !== undefined || hasDesk(folder),
    openDesk: deskIn,
    openOwnDesk: ownDeskIn,
  },
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    color: config.color && process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    now: Date.now,
    stdin: process.stdin,
    interrupted,
  },
);

/** A desk with everything that this program's settings give it. What opens it is loaded when there is one to open. */
async function deskIn(folder: string): Promise<Desk> {
  const { openConfigured } = await import('./configured-desk.ts');
  return openConfigured({ folder, database: config.database, config, version });
}

/** One whose database stands in its folder, whatever the settings say: the example's. */
async function ownDeskIn(folder: string): Promise<Desk> {
  const { openConfigured } = await import('./configured-desk.ts');
  return openConfigured({ folder, database: undefined, config, version });
}

/** The first wish to end lets a run finish what it holds; the second is the system's own. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}

/** A setting that cannot be meant is wrong usage, like a flag. */
function configOrEnd(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`atalaya: ${(error as Error).message}\n`);
    return process.exit(2);
  }
}
