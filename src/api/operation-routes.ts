/** `/api/NAME` of every operation that may be run from afar: GET where it reads, POST where it changes. */
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Person } from '../domain/people.ts';
import type { Operation } from '../operations/operation.ts';
import { placeShown } from '../pages/capture-place.ts';
import { attachmentOf } from './attachment.ts';
import { cursorOf, offsetOf } from './cursor.ts';
import { personFor } from './person.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import { inputOfJson, inputOfPairs } from './query-input.ts';
import { checkRole, runFor } from './running.ts';
import { fromHere } from './same-origin.ts';

/** Largest JSON body, in bytes: a watch list of four million characters. */
const BODY_BYTES = 5_000_000;
const DEEPEST = 20;

export function operationRoutes(app: Hono<ApiEnv>, program: ApiProgram): void {
  const limit = bodyLimit({
    maxSize: BODY_BYTES,
    onError: () => {
      throw new ApiProblem('too-large', `A body may have ${BODY_BYTES} bytes.`);
    },
  });
  for (const operation of program.operations.filter(({ remote }) => remote !== undefined)) {
    const path = `/api/${operation.name}`;
    if (operation.remote!.changes) {
      app.post(path, limit, (c) => changed(c, program, operation));
      app.all(path, () => wrongMethod('POST'));
    } else {
      app.get(path, (c) => answered(c, program, operation));
      app.all(path, () => wrongMethod('GET, HEAD'));
    }
  }
}

export function wrongMethod(allow: string): never {
  throw new ApiProblem('wrong-method', `Ask with ${allow}.`, { allow });
}

async function answered(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  operation: Operation,
): Promise<Response> {
  const person = await allowed(c, program, operation);
  const query = new URL(c.req.url).searchParams;
  const [cursor, ...others] = query.getAll('cursor');
  const pairs = [...query].filter(([name]) => name !== 'cursor');
  const input = inputOfPairs(operation, pairs);
  const pages = 'offset' in operation.input.shape && 'limit' in operation.input.shape;
  if (cursor !== undefined) {
    if (!pages) throw new ApiProblem('bad-cursor', `${operation.name} gives no list in parts.`);
    if (others.length > 0 || query.has('offset')) {
      throw new ApiProblem('bad-cursor', 'Give one cursor, and no offset beside it.');
    }
    input['offset'] = offsetOf(cursor, operation.name, query);
  }
  const output = await runFor(program, operation, input, person);
  const document = attachmentOf(output);
  if (document !== undefined) return document;
  const next = pages ? nextOf(operation, query, input, output) : undefined;
  return json(output, next === undefined ? {} : { link: `<${next}>; rel="next"` });
}

/** Where a full part says that more may follow. */
function nextOf(
  operation: Operation,
  query: URLSearchParams,
  input: Record<string, unknown>,
  output: unknown,
): string | undefined {
  const [offset, limit] = [Number(input['offset']), Number(input['limit'])];
  const lists = Object.values(output as object).filter((one) => Array.isArray(one));
  const { total, more } = output as { readonly total?: unknown; readonly more?: unknown };
  const isFull = lists.some((list) => (list as unknown[]).length >= limit);
  const known = typeof total === 'number' ? offset + limit < total : isFull;
  // Where counting stopped, the total is a lower bound; an empty part still ends the list.
  if (!known && !(more === true && isFull)) return undefined;
  const fields = new URLSearchParams([...query].filter(([name]) => name !== 'offset'));
  fields.set('cursor', cursorOf(operation.name, query, offset + limit));
  return `/api/${operation.name}?${fields}`;
}

async function changed(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  operation: Operation,
): Promise<Response> {
  const person = await allowed(c, program, operation);
  // A browser sends its cookie wherever a page elsewhere tells it to; a key is sent on purpose.
  if (person.by !== 'token' && !fromHere(c.req.raw)) {
    throw new ApiProblem(
      'forged-form',
      'Changes by session come from pages of this console; programs use a key.',
    );
  }
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ApiProblem(
      'wrong-type',
      'Send the fields as JSON with Content-Type: application/json.',
    );
  }
  const input = inputOfJson(operation, parsed(await c.req.text()));
  const output = await runFor(program, operation, input, person);
  return json(output, { 'cache-control': 'no-store' });
}

async function allowed(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  operation: Operation,
): Promise<Person> {
  const person = await personFor(c, program);
  if (person === undefined) {
    throw new ApiProblem('not-signed-in', 'Send Authorization: Bearer KEY, or sign in.');
  }
  checkRole(operation, person);
  return person;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(value) > DEEPEST) throw new Error('deep');
    return value;
  } catch {
    throw new ApiProblem('bad-input', 'The body is no JSON that can be read.');
  }
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return depth;
  return Math.max(depth, ...Object.values(value).map((one) => depthOf(one, depth + 1)));
}

/** Where on its machine a desk found a file is nobody's business elsewhere: its name and line are. */
function withoutFolders(key: string, value: unknown): unknown {
  return key === 'origin' && typeof value === 'string' ? placeShown(value) : value;
}

export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value, withoutFolders), {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}
