/**
 * One command from `argv` to exit code. Answers go to the standard output, everything about the
 * work to the error stream, so that `--json` can be piped.
 *
 * Exit codes: 0 done, perhaps with refusals; 1 nothing could be read, not found, or the desk is
 * broken; 2 wrong usage.
 */
import { join } from 'node:path';
import type { z } from 'zod';
import type { Entry } from '../operations/catalogue.ts';
import { type Context, type Operation, streamedIn } from '../operations/operation.ts';
import { type Parsed, parseArguments, WrongUsage } from './arguments.ts';
import { commandHelp, programHelp } from './help.ts';
import { progressBar } from './progress-bar.ts';
import { isDevice, writePieces, writeWhole } from './written.ts';

/** What the program is run with; `main.ts` gives the real ones. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly color: boolean;
  readonly errIsTerminal: boolean;
  readonly now: () => number;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Aborts when the user wants the run to end; a second wish ends the process. */
  readonly interrupted: () => AbortSignal;
}

export interface Program {
  /** What there is; only what is asked for is loaded. */
  readonly operations: readonly Entry[];
  readonly version: string;
  readonly example: string;
  /** Folder of the desk where none is named. */
  readonly defaultDesk: string;
  /** A PostgreSQL that holds the database of every desk but a command's own. */
  readonly database?: string | undefined;
  readonly hasDesk: (folder: string) => boolean;
  readonly openDesk: (folder: string) => Promise<Context['desk']>;
  /** The same for a desk of a command's own, which is never the one of the settings. */
  readonly openOwnDesk: (folder: string) => Promise<Context['desk']>;
}

/** Who acts at a terminal. */
const LOCAL = 'local';

/** Runs one command and returns the exit code. Throws only for a defect. */
export async function run(
  program: Program,
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    return await dispatch(program, argv, terminal);
  } catch (error) {
    const { message, cause } = error as Error;
    terminal.err(`atalaya: ${harmless(message)}\n`);
    if (error instanceof WrongUsage) {
      terminal.err('Try atalaya --help.\n');
      return 2;
    }
    if (cause instanceof Error) terminal.err(`  because: ${harmless(cause.message)}\n`);
    return 1;
  }
}

async function dispatch(
  program: Program,
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { name, rest } = commandOf(argv);
  if (name === '--version') {
    terminal.out(`${program.version}\n`);
    return 0;
  }
  if (name === undefined || name === 'help') {
    terminal.out(`${programHelp(program.operations, program.version)}\n`);
    return name === undefined && !argv.includes('--help') && !argv.includes('-h') ? 2 : 0;
  }
  const known = program.operations.find((one) => one.name === name);
  if (known === undefined) {
    const names = program.operations.map((one) => one.name).join(', ');
    throw new WrongUsage(`"${name}" is no command; there are ${names}`);
  }
  const operation = await known.load();
  const parsed = parseArguments(operation, rest);
  if (parsed.help) {
    terminal.out(`${commandHelp(operation)}\n`);
    return 0;
  }
  return execute(program, operation, parsed, terminal);
}

/** The command is the first word that is not the value of `--desk` or `--out` before it. */
function commandOf(argv: readonly string[]): { name: string | undefined; rest: string[] } {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--desk' || word === '--out') i++;
    else if (word === '--version') return { name: word, rest: [] };
    else if (!word.startsWith('-')) {
      return { name: word, rest: [...argv.slice(0, i), ...argv.slice(i + 1)] };
    }
  }
  const stray = argv.find((word) => !['--help', '-h'].includes(word));
  if (stray !== undefined) throw new WrongUsage(`no command is named, only "${stray}"`);
  return { name: undefined, rest: [] };
}

async function execute(
  program: Program,
  operation: Operation,
  parsed: Parsed,
  terminal: Terminal,
): Promise<number> {
  const input = checked(operation, parsed.input);
  const folder = parsed.desk ?? operation.desk ?? program.defaultDesk;
  const { deskless } = operation;
  if (!operation.creates && deskless !== 'always' && !program.hasDesk(folder)) {
    throw new Error(
      `there is no desk in ${folder}: make one with atalaya ingest, or name another with --desk`,
    );
  }
  const opens = deskless === undefined || (deskless === 'optional' && program.hasDesk(folder));
  const isOwn = operation.desk !== undefined;
  const open = isOwn ? program.openOwnDesk : program.openDesk;
  const desk = opens ? await open(folder) : undefined;
  const bar = progressBar({
    write: terminal.err,
    isTerminal: terminal.errIsTerminal,
    now: terminal.now,
  });
  try {
    const output = await operation.run(input, {
      get desk(): Context['desk'] {
        if (desk !== undefined) return desk;
        throw new Error(`${operation.name} says that it needs no desk, and asks for one`);
      },
      place: { folder, database: isOwn ? undefined : program.database },
      hasDesk: desk !== undefined,
      progress: bar,
      stdin: terminal.stdin,
      example: program.example,
      version: program.version,
      by: LOCAL,
      interrupted: terminal.interrupted,
    });
    bar.end();
    await answer(operation, output, parsed, terminal, folder);
    const failure = operation.failure?.(output);
    if (failure !== undefined) terminal.err(`atalaya: ${harmless(failure)}\n`);
    return failure === undefined ? 0 : 1;
  } finally {
    bar.end();
    await desk?.close();
  }
}

function checked(
  operation: Operation,
  input: Record<string, unknown>,
): z.infer<Operation['input']> {
  const result = operation.input.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue!.path[0] ?? '');
  const missing = field === operation.positional && input[field] === undefined;
  const flag = field === operation.positional ? field.toUpperCase() : `--${kebab(field)}`;
  if (missing) throw new WrongUsage(`${operation.name} needs ${flag}`);
  const value = input[field];
  const named = typeof value !== 'string' || issue!.message.includes(value);
  const shown = named ? '' : ` "${value}"`;
  throw new WrongUsage(`${operation.name} ${flag}${shown}: ${issue!.message}`);
}

const kebab = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Prints the answer, or writes it where `--out` says; a document is written as it is. */
async function answer(
  operation: Operation,
  output: unknown,
  parsed: Parsed,
  { out, color }: Terminal,
  folder: string,
): Promise<void> {
  const streamed = streamedIn(output);
  if (streamed !== undefined) {
    const file = parsed.out ?? streamed.fileName;
    await writePieces(file, streamed.pieces);
    const told = parsed.json
      ? jsonText({ ...streamed, pieces: undefined, file })
      : operation.text(output, { color, writtenTo: file });
    // Where the document itself goes to the terminal, or into a pipe, nothing else may.
    return isDevice(file) ? undefined : out(`${told}\n`);
  }
  const document = documentIn(output);
  const isBytes = document instanceof Uint8Array;
  if (parsed.json) {
    const json = `${jsonText(output)}\n`;
    // Bytes go to the file all the same: JSON only tells of them.
    if (isBytes && parsed.out !== undefined) await writeWhole(parsed.out, document);
    if (parsed.out === undefined || isBytes) return out(json);
    await writeWhole(parsed.out, json);
    return out(`Wrote ${parsed.out}.\n`);
  }
  // The demo's document goes into its desk, so that there is something to open.
  const file =
    parsed.out ??
    (isBytes
      ? fileNameIn(output)
      : operation.desk === undefined
        ? undefined
        : join(folder, 'report.html'));
  if (file !== undefined && document !== undefined) {
    await writeWhole(file, document);
    return out(`${operation.text(output, { color, writtenTo: file })}\n`);
  }
  const text = `${operation.text(output, { color: color && parsed.out === undefined })}\n`;
  if (parsed.out === undefined) return out(text);
  await writeWhole(parsed.out, text);
  return out(`Wrote ${parsed.out}.\n`);
}

/** A message may quote a file, an address or a server: only its line feeds are the program's own. */
function harmless(message: string): string {
  return message.replace(/(?:(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069])+/gu, ' ');
}

/**
 * JSON leaves DEL, the C1 controls and bidi marks as they are; escaped they mean the same to a
 * program and do nothing to a terminal.
 */
function jsonText(output: unknown): string {
  return JSON.stringify(output, withoutBytes, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Leaves bytes out; a Buffer has turned itself into something else before it is given as `value`. */
function withoutBytes(this: Readonly<Record<string, unknown>>, key: string, value: unknown) {
  return this[key] instanceof Uint8Array ? undefined : value;
}

/** What a document of bytes is saved as where nobody says: a terminal cannot show it. */
function fileNameIn(output: unknown): string {
  return (output as { readonly fileName: string }).fileName;
}

/** The finished document in an output, where it is one or brings one. */
function documentIn(output: unknown): string | Uint8Array | undefined {
  const holder = output as {
    mediaType?: unknown;
    text?: unknown;
    bytes?: unknown;
    report?: { text?: unknown };
  };
  if (holder?.bytes instanceof Uint8Array) return holder.bytes;
  if (typeof holder?.mediaType === 'string' && typeof holder.text === 'string') return holder.text;
  return typeof holder?.report?.text === 'string' ? holder.report.text : undefined;
}
