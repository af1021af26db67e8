/** The program with its real operations and a clock that stands still, on a captured terminal. */
import { fileURLToPath } from 'node:url';
import { CATALOGUE } from '../operations/catalogue.ts';
import { OPERATIONS } from '../operations/list.ts';
import { type DeskOptions, openDesk } from '../pipeline/desk.ts';
import { hasDesk } from '../pipeline/desk-place.ts';
import type { LanguageDetector } from '../text/language.ts';
import { type Program, run, type Terminal } from './run.ts';

const NOW = Date.UTC(2025, 0, 1);

export const COMMANDS = OPERATIONS;

/** Commands that need a file, an address or a word of their own: asked where they are tested. */
export const NEED_A_PLACE: readonly string[] =
  'show watch fetch reread import export account receipt settings-save article alert alert-step move work jobs backup restore retain'.split(
    ' ',
  );

/** What a command left behind: exit code, standard output, error stream. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting extends Partial<Pick<Terminal, 'color' | 'errIsTerminal' | 'now'>> {
  readonly stdin?: string | Uint8Array;
  readonly detectLanguage?: LanguageDetector;
  /** Ends a run that has no end of its own. */
  readonly signal?: AbortSignal;
  readonly openWeb?: DeskOptions['openWeb'];
  /** A PostgreSQL in the place of the folder's own database. */
  readonly database?: string;
  /** Milliseconds since the epoch; stands still where not given. */
  readonly clock?: () => number;
}

/** A program whose desk, where none is named, is in `folder`. */
export function programIn(folder: string, setting: Setting = {}): Program {
  const { detectLanguage, openWeb, clock, database } = setting;
  const open = (desk: string) =>
    openDesk({
      folder: desk,
      database,
      now: clock ?? (() => NOW),
      openWeb,
      detectLanguage: detectLanguage ?? (async () => 'en'),
    });
  return {
    operations: CATALOGUE,
    version: '0.0.0-test',
    example: fileURLToPath(new URL('../../example/articles', import.meta.url)),
    defaultDesk: folder,
    database,
    hasDesk: (desk) => database !== undefined || hasDesk(desk),
    openDesk: open,
    openOwnDesk: open,
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
    interrupted: () => setting.signal ?? new AbortController().signal,
  });
  return { code, out, err };
}

async function* piped(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
