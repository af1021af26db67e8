/** The program with its real operations and a clock that stands still, on a captured terminal. */
import { fileURLToPath } from 'node:url';
import { OPERATIONS } from '../operations/list.ts';
import type { Operation } from '../operations/operation.ts';
import { hasDesk, openDesk } from '../pipeline/desk.ts';
import type { LanguageDetector } from '../text/language.ts';
import { type Program, run, type Terminal } from './run.ts';

const NOW = Date.UTC(2025, 0, 1);

export const COMMANDS = OPERATIONS as unknown as readonly Operation[];

/** What a command left behind: exit code, standard output, error stream. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting extends Partial<Pick<Terminal, 'color' | 'errIsTerminal' | 'now'>> {
  readonly stdin?: string | Uint8Array;
  readonly detectLanguage?: LanguageDetector;
}

/** A program whose desk, where none is named, is in `folder`. */
export function programIn(folder: string, { detectLanguage }: Setting = {}): Program {
  return {
    operations: COMMANDS,
    version: '0.0.0-test',
    example: fileURLToPath(new URL('../../example/articles', import.meta.url)),
    defaultDesk: folder,
    hasDesk,
    openDesk: (desk) =>
      openDesk({
        folder: desk,
        now: () => NOW,
        detectLanguage: detectLanguage ?? (async () => 'en'),
      }),
  };
}

/** Runs one command with `folder` as its desk. */
export async function runIn(
  folder: string,
  argv: readonly string[],
  setting: Setting = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(programIn(folder, setting), argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color: setting.color ?? false,
    errIsTerminal: setting.errIsTerminal ?? false,
    now: setting.now ?? (() => 0),
    stdin: piped(setting.stdin ?? ''),
  });
  return { code, out, err };
}

async function* piped(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
