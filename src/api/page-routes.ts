/** The pages of the console, each also as data under the same address with `.json`. */
import type { Hono, Context as HonoContext } from 'hono';
import { mayAs, type Person } from '../domain/people.ts';
import { coverageOf } from '../operations/today.ts';
import type { Page, PageAnswer, PageRequest } from '../pages/page.ts';
import { problemAnswer } from '../pages/problem-page.ts';
import { shellPage } from '../pages/shell.ts';
import { json, wrongMethod } from './operation-routes.ts';
import { personFor } from './person.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import { contextFor, inTime } from './running.ts';

type Shown = Extract<PageAnswer, { kind: 'page' }>;

export function pageRoutes(app: Hono<ApiEnv>, program: ApiProgram): void {
  for (const page of program.pages) {
    const data = page.path === '/' ? '/index.json' : `${page.path}.json`;
    app.get(dataPath(data), (c) => dataResponse(c, program, page));
    app.get(page.path, (c) => pageResponse(c, program, page));
    for (const path of [dataPath(data), page.path]) app.all(path, () => wrongMethod('GET, HEAD'));
  }
}

/** `/alerts/:id.json` would take the ending into the id: `/alerts/:id{[^/]+\.json}` does not. */
function dataPath(path: string): string {
  return path.replace(/:([a-z]+)\.json$/, ':$1{[^/]+\\.json}');
}

async function pageResponse(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  page: Page,
): Promise<Response> {
  const person = await personFor(c, program);
  if (person === undefined) return toSignIn(c, program);
  if (!mayAs(person.role, page.role)) {
    throw new ApiProblem('not-allowed', `This page is for the role ${page.role}.`);
  }
  const answer = await answerOf(c, program, page, person);
  if (answer.kind === 'elsewhere') return c.redirect(answer.to, 303);
  return document(c, program, person, answer, answer.status, page.section);
}

async function dataResponse(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  page: Page,
): Promise<Response> {
  const person = await personFor(c, program);
  if (person === undefined) throw new ApiProblem('not-signed-in', 'Sign in, or send a key.');
  if (!mayAs(person.role, page.role)) {
    throw new ApiProblem('not-allowed', `This page is for the role ${page.role}.`);
  }
  const answer = await answerOf(c, program, page, person);
  if (answer.kind === 'elsewhere') return c.redirect(answer.to, 303);
  if (answer.status !== 200) {
    throw new ApiProblem(answer.status === 404 ? 'not-found' : 'bad-input', answer.title);
  }
  return json(answer.data);
}

function answerOf(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  page: Page,
  person: Person,
): Promise<PageAnswer> {
  const url = new URL(c.req.url);
  const params = Object.fromEntries(
    Object.entries(c.req.param() as Record<string, string>).map(([name, value]) => [
      name,
      url.pathname.endsWith('.json') ? value.replace(/\.json$/, '') : value,
    ]),
  );
  const request: PageRequest = {
    params,
    query: url.searchParams,
    address: url.pathname + url.search,
    language: c.get('language'),
    person,
    context: contextFor(program, person),
    watchFile: program.watchFile,
  };
  return inTime(page.answer(request));
}

/** A whole document around an answer. */
export async function document(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  person: Person | undefined,
  shown: Pick<Shown, 'title' | 'body' | 'scripts'>,
  status: number,
  section: Page['section'] | undefined,
): Promise<Response> {
  const url = new URL(c.req.url);
  const asking = {
    address: url.pathname + url.search,
    language: c.get('language'),
    person,
    query: url.searchParams,
  };
  const coverage = person === undefined ? undefined : await coverageOf(contextFor(program, person));
  const { version, invented } = program;
  const text = shellPage(asking, shown, { section, version, coverage, invented });
  return new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Where there are no accounts there is nothing to sign in to: who is not local stays outside. */
async function toSignIn(c: HonoContext<ApiEnv>, { desk }: ApiProgram): Promise<Response> {
  if ((await desk.store.accounts()).length === 0) {
    throw new ApiProblem(
      'not-allowed',
      'This desk has no accounts and answers on its own machine only.',
    );
  }
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/sign-in?${new URLSearchParams({ back: pathname + search })}`, 303);
}

const STATUSES = [400, 401, 403, 404, 429, 500, 503] as const;

/** A refusal as a page, for people. */
export async function problemPage(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  status: number,
  detail: string,
): Promise<Response> {
  const person = await personFor(c, program).catch(() => undefined);
  const known = STATUSES.find((one) => one === status) ?? (status > 500 ? 500 : 400);
  const language = c.get('language');
  const shown = problemAnswer(known, language, detail);
  return document(c, program, person, shown, status, undefined);
}
