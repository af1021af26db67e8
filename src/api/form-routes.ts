/** `POST /do/NAME`: forms of pages. A change is followed by a redirect back to the page that it came from. */
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { Person } from '../domain/people.ts';
import { html } from '../export/markup.ts';
import type { Operation } from '../operations/operation.ts';
import { WORDS } from '../pages/words/done.ts';
import { sameSecret } from '../people/secrets.ts';
import { wrongMethod } from './operation-routes.ts';
import { document } from './page-routes.ts';
import { personFor } from './person.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import { inputOfJson } from './query-input.ts';
import { checkRole, runFor } from './running.ts';
import { safeBack } from './safe-back.ts';
import { fromHere } from './same-origin.ts';

/** Largest form, in bytes, with a watch list of four million characters, each as three. */
const FORM_BYTES = 13_000_000;
/** Longest refusal that goes along in an address. */
const PROBLEM_LENGTH = 400;

export function formRoutes(app: Hono<ApiEnv>, program: ApiProgram): void {
  const limit = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new ApiProblem('too-large', `A form may have ${FORM_BYTES} bytes.`);
    },
  });
  const changing = program.operations.filter(({ remote }) => remote?.changes === true);
  for (const operation of changing) {
    app.post(`/do/${operation.name}`, limit, (c) => done(c, program, operation));
    app.all(`/do/${operation.name}`, () => wrongMethod('POST'));
  }
}

async function done(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  operation: Operation,
): Promise<Response> {
  const person = await personFor(c, program);
  if (person === undefined || person.by === 'token') {
    throw new ApiProblem('not-signed-in', 'Forms are for people who are signed in.');
  }
  const form = await fieldsOf(c);
  checkForged(c, person, form.get('csrf'));
  checkRole(operation, person);
  const back = safeBack(form.get('back'));
  form.delete('csrf');
  form.delete('back');
  try {
    const output = await runFor(program, operation, inputOfForm(operation, form), person);
    if (holdsSecret(output)) return await told(c, program, person, operation, output, back);
    return c.redirect(back, 303);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.kind === 'not-allowed') throw error;
    return c.redirect(withProblem(back, error.message), 303);
  }
}

async function fieldsOf(c: HonoContext<ApiEnv>): Promise<Map<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ApiProblem('wrong-type', 'Forms are sent as application/x-www-form-urlencoded.');
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    if (fields.has(name))
      throw new ApiProblem('bad-input', `${name.slice(0, 60)} stands there twice.`);
    fields.set(name, value);
  }
  return fields;
}

/** A session's form brings its secret; the one user of this machine has none, but a browser that says whence. */
function checkForged(c: HonoContext<ApiEnv>, person: Person, csrf: string | undefined): void {
  const ours = fromHere(c.req.raw);
  const { by, csrf: kept } = person;
  const secret = by === 'local' || (kept !== undefined && sameSecret(csrf ?? '', kept));
  if (ours && secret) return;
  throw new ApiProblem('forged-form', 'Open the page anew and send the form again.');
}

/** An empty field is one that was left out, where the operation cannot take it as it is. */
function inputOfForm(
  operation: Operation,
  form: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const fields = [...form].filter(([name, value]) => value !== '' || takesEmpty(operation, name));
  return inputOfJson(operation, Object.fromEntries(fields));
}

function takesEmpty({ input }: Operation, name: string): boolean {
  const schema = Object.hasOwn(input.shape, name) ? input.shape[name] : undefined;
  return schema === undefined || (schema as z.ZodType).safeParse('').success;
}

/** What is shown once and kept nowhere: a redirect would lose it. */
function holdsSecret(output: unknown): boolean {
  return (
    typeof output === 'object' &&
    output !== null &&
    (output as { secret?: unknown }).secret !== undefined
  );
}

async function told(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  person: Person,
  operation: Operation,
  output: unknown,
  back: string,
): Promise<Response> {
  const words = WORDS[c.get('language')];
  const text = operation.text(output, { color: false });
  const body = html`<h1>${words.title}</h1><p>${words.once}</p><pre class="once" lang="en">${text}</pre><p><a href="${back}">${words.back}</a></p>`;
  const response = await document(c, program, person, { title: words.title, body }, 200, undefined);
  response.headers.set('cache-control', 'no-store');
  return response;
}

function withProblem(back: string, problem: string): string {
  const [path = '/', query = ''] = back.split('?');
  const fields = new URLSearchParams(query);
  fields.set('problem', problem.slice(0, PROBLEM_LENGTH));
  return `${path}?${fields}`;
}
