#!/usr/bin/env node
/** Builds the desk and opens one door: the terminal. No logic. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveOperation } from './api/serve.ts';
import { run } from './cli/run.ts';
import { openWeb, type WebOptions } from './collect/web/web.ts';
import { type Config, readConfig } from './config.ts';
import type { FetchSettings } from './domain/watch.ts';
import { openBriefer } from './models/briefing-endpoint.ts';
import { openEncoder } from './models/encoder-choice.ts';
import { openReadingEndpoint } from './models/reading-endpoint.ts';
import { OPERATIONS } from './operations/list.ts';
import type { Operation } from './operations/operation.ts';
import { browserIn } from './pipeline/briefing/print.ts';
import { shippedFindings } from './pipeline/built-in-findings.ts';
import { type Desk, hasDesk, openDesk } from './pipeline/desk.ts';
import { lazyLanguageDetector } from './text/language.ts';

const config = configOrEnd();
const { encoder, reader, factCheckKey } = config;
const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const operations = OPERATIONS as unknown as readonly Operation[];
const serve = serveOperation({
  operations,
  assets: fileURLToPath(new URL('../console/', import.meta.url)),
  oidc: config.oidc,
  publicUrl: config.publicUrl,
  openExample: ownDeskIn,
});

// A reader that has seen enough (`| head`) closes the pipe: the work goes on, nobody is told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(
  {
    operations: [...operations, serve as unknown as Operation],
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

/** A desk with everything that this program's settings give it. */
function deskIn(folder: string): Promise<Desk> {
  return ownDeskIn(folder, config.database);
}

/** One whose database stands in its folder, whatever the settings say: the example's. */
function ownDeskIn(folder: string, database?: string): Promise<Desk> {
  return openDesk({
    folder,
    database,
    now: Date.now,
    detectLanguage: lazyLanguageDetector(),
    openEncoder: encoder && (() => openEncoder(encoder)),
    openWeb: (settings) => openWeb({ ...settingsOf(settings), version }),
    factCheckKey,
    openBriefer: reader && (() => openBriefer(reader)),
    findBrowser: () => config.chromium ?? browserIn(config.path),
    openReader: reader && (() => openReadingEndpoint({ ...reader, find: shippedFindings() })),
  });
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

/** The settings of a watch list as the web takes them; what is not set is the web's own choice. */
function settingsOf(settings: FetchSettings): Omit<WebOptions, 'version'> {
  const { contact, paceMs, connectTimeoutMs, timeoutMs, maxBytes, connections } = settings;
  return {
    contact,
    paceMs,
    inFlight: connections,
    timeOuts: {
      ...(connectTimeoutMs !== undefined && { connectMs: connectTimeoutMs }),
      ...(timeoutMs !== undefined && { wholeMs: timeoutMs }),
    },
    ...(maxBytes !== undefined && { limits: { bytes: maxBytes } }),
  };
}
