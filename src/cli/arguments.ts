/** From an operation's input schema to flags, and from `argv` to an input. */
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { Operation } from '../operations/operation.ts';

/** A mistake of the caller: exit code 2. */
export class WrongUsage extends Error {}

/** Flags that every command takes. */
export const COMMON_FLAGS = {
  desk: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** One flag as the help shows it. */
export interface Flag {
  readonly name: string;
  readonly field: string;
  readonly kind: 'boolean' | 'string' | 'list';
  readonly description: string;
  readonly fallback: string | undefined;
}

export interface Parsed {
  readonly input: Record<string, unknown>;
  readonly desk: string | undefined;
  readonly json: boolean;
  readonly out: string | undefined;
  readonly help: boolean;
}

/** The flags of an operation: one a field of its input, the positional one left out. */
export function flagsOf(operation: Operation): Flag[] {
  const fields = Object.entries(operation.input.shape).filter(
    ([field]) => field !== operation.positional,
  );
  return fields.map(([field, schema]) => flagOf(field, schema as z.ZodType));
}

/** Parses what stands behind the command's name; throws `WrongUsage` for what it does not know. */
export function parseArguments(operation: Operation, argv: readonly string[]): Parsed {
  const flags = flagsOf(operation);
  const options = Object.fromEntries(
    flags.map(({ name, kind }) => [
      name,
      { type: kind === 'boolean' ? 'boolean' : 'string', multiple: kind === 'list' } as const,
    ]),
  );
  const { values, positionals } = parsed(operation, argv, options);
  const { desk, json, out, help, ...rest } = values;
  const input: Record<string, unknown> = {};
  for (const { name, field } of flags) if (name in rest) input[field] = rest[name];
  if (operation.positional === undefined) {
    if (positionals.length > 0) {
      throw new WrongUsage(`${operation.name} takes no argument, but got "${positionals[0]}"`);
    }
  } else input[operation.positional] = positionalValue(operation, positionals);
  return {
    input,
    desk: desk as string | undefined,
    json: json === true,
    out: out as string | undefined,
    help: help === true,
  };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parsed(
  operation: Operation,
  argv: readonly string[],
  options: Options,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...options, ...COMMON_FLAGS },
      allowPositionals: true,
    });
  } catch (cause) {
    const reason = (cause as Error).message.split('. ')[0]!;
    throw new WrongUsage(`${operation.name}: ${reason}`, { cause });
  }
}

/** A list takes all that stands without a flag, anything else exactly one. */
function positionalValue(operation: Operation, positionals: readonly string[]): unknown {
  const field = operation.input.shape[operation.positional!] as z.ZodType;
  if (typeOf(field) === 'array') return positionals;
  if (positionals.length > 1) {
    throw new WrongUsage(`${operation.name} takes one argument, but got "${positionals[1]}" too`);
  }
  return positionals[0];
}

function flagOf(field: string, schema: z.ZodType): Flag {
  const type = typeOf(schema);
  const fallback = defaultOf(schema);
  const shown = fallback === undefined || Array.isArray(fallback) || fallback === false;
  return {
    name: field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    field,
    kind: type === 'boolean' ? 'boolean' : type === 'array' ? 'list' : 'string',
    description: schema.description ?? '',
    fallback: shown ? undefined : String(fallback),
  };
}

/** What zod tells of a schema, inside its defaults and options. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly defaultValue?: unknown;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

function typeOf(schema: z.ZodType): string {
  const { type, innerType } = definitionOf(schema);
  return innerType === undefined ? type : typeOf(innerType);
}

function defaultOf(schema: z.ZodType): unknown {
  const { type, innerType, defaultValue } = definitionOf(schema);
  if (type === 'default') return defaultValue;
  return innerType === undefined ? undefined : defaultOf(innerType);
}
