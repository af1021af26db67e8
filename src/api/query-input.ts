/** From a query string, a form or JSON to an operation's input: checked by its schema, field by field. */
import type { z } from 'zod';
import type { Operation } from '../operations/operation.ts';
import { ApiProblem } from './problems.ts';

/** Fields longer than this are no input of a query. */
const LONGEST_VALUE = 20_000;

/** What zod tells of a schema, inside its defaults and options. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
}

function typeOf(schema: z.ZodType): string {
  const { type, innerType } = schema.def as unknown as Definition;
  return innerType === undefined ? type : typeOf(innerType);
}

/** The fields that may come over HTTP. */
export function remoteFields({ input, remote }: Operation): readonly string[] {
  return remote?.fields ?? Object.keys(input.shape);
}

/** The input in pairs of strings; throws `ApiProblem` naming what is not known or not taken. */
export function inputOfPairs(
  operation: Operation,
  pairs: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const raw = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    if (value.length > LONGEST_VALUE) throw tooLong(operation, name);
    const values = raw.get(name);
    if (values === undefined) raw.set(name, [value]);
    else values.push(value);
  }
  const fields: Record<string, unknown> = {};
  for (const [name, values] of raw) {
    const schema = fieldOf(operation, name);
    const type = typeOf(schema);
    if (type === 'array') fields[name] = values;
    else if (values.length > 1) {
      throw new ApiProblem(
        'bad-input',
        `${operation.name}: ${name} stands there twice; give it once.`,
      );
    } else if (type === 'boolean') fields[name] = truthOf(operation, name, values[0]!);
    // An empty field of a form is one that was left out.
    else if (values[0] !== '' || !schema.safeParse(undefined).success) fields[name] = values[0];
  }
  return checked(operation, fields);
}

/** The input in a JSON body; throws `ApiProblem` as above. */
export function inputOfJson(operation: Operation, body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiProblem('bad-input', `${operation.name} takes a JSON object with its fields.`);
  }
  for (const [name, value] of Object.entries(body)) {
    if (typeOf(fieldOf(operation, name)) === 'number') checkNumber(operation, name, value);
  }
  return checked(operation, body as Record<string, unknown>);
}

function fieldOf(operation: Operation, name: string): z.ZodType {
  const known = remoteFields(operation);
  if (known.includes(name) && Object.hasOwn(operation.input.shape, name)) {
    return operation.input.shape[name] as z.ZodType;
  }
  const shown = name.slice(0, 60);
  if (Object.hasOwn(operation.input.shape, name)) {
    throw new ApiProblem('bad-input', `${operation.name}: ${shown} is taken at a terminal only.`);
  }
  const list = known.length === 0 ? 'It takes none.' : `It takes ${known.join(', ')}.`;
  throw new ApiProblem('bad-input', `${operation.name} has no field "${shown}". ${list}`);
}

function truthOf(operation: Operation, name: string, value: string): boolean {
  if (['true', '1', 'on', ''].includes(value)) return true;
  if (['false', '0'].includes(value)) return false;
  throw new ApiProblem(
    'bad-input',
    `${operation.name}: ${name} is true or false, not "${value.slice(0, 60)}".`,
  );
}

/** What is turned into a number would take null, true and lists for one. */
function checkNumber(operation: Operation, name: string, value: unknown): void {
  if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) return;
  const shown = JSON.stringify(value).slice(0, 60);
  throw new ApiProblem('bad-input', `${operation.name}: ${name} is a number, not ${shown}.`);
}

const tooLong = (operation: Operation, name: string): ApiProblem =>
  new ApiProblem(
    'bad-input',
    `${operation.name}: ${name.slice(0, 60)} is longer than ${LONGEST_VALUE} characters.`,
  );

function checked(operation: Operation, fields: Record<string, unknown>): Record<string, unknown> {
  const result = operation.input.safeParse(fields);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = String(issue!.path[0] ?? 'the input');
  throw new ApiProblem('bad-input', `${operation.name}: ${name}: ${issue!.message}`);
}
