#!/usr/bin/env node
/** Builds the desk and opens one door: the terminal. No logic. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './cli/run.ts';
import { readConfig } from './config.ts';
import { OPERATIONS } from './operations/list.ts';
import type { Operation } from './operations/operation.ts';
import { hasDesk, openDesk } from './pipeline/desk.ts';
import { lazyLanguageDetector } from './text/language.ts';

const config = readConfig(process.env);
const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

// A reader that has seen enough (`| head`) closes the pipe: the work goes on, nobody is told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(
  {
    operations: OPERATIONS as unknown as readonly Operation[],
    version,
    example: fileURLToPath(new URL('../example/articles', import.meta.url)),
    defaultDesk: config.desk,
    hasDesk,
    openDesk: (folder) =>
      openDesk({ folder, now: Date.now, detectLanguage: lazyLanguageDetector() }),
  },
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    color: config.color && process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    now: Date.now,
    stdin: process.stdin,
  },
);
