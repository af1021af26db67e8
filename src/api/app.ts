/** All routes together, with what stands around each of them. Tested without a port. */
import { randomUUID } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { html } from '../export/markup.ts';
import { assetRoutes } from './assets.ts';
import { taggedBodies } from './bodies.ts';
import { uncrowded } from './crowding.ts';
import { eventRoutes, eventSource } from './events.ts';
import { feedRoutes } from './feed.ts';
import { formRoutes } from './form-routes.ts';
import { knownHosts, securityHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { askedLanguage, LANGUAGE_COOKIE, languageOf } from './language.ts';
import { metricsRoutes } from './metrics.ts';
import { requestNumbers } from './metrics-requests.ts';
import { openApiOf } from './openapi.ts';
import { json, operationRoutes, wrongMethod } from './operation-routes.ts';
import { document, pageRoutes, problemPage } from './page-routes.ts';
import { personFor } from './person.ts';
import { ApiProblem, PROBLEM_KINDS, type ProblemKind, problemResponse } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import { notedRequests } from './request-noting.ts';
import { problemOf } from './running.ts';

/** A year, in seconds. */
const LANGUAGE_KEPT = 31_536_000;

export function appOf(program: ApiProgram): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(async (c, next) => {
    c.set('remoteAddress', c.env?.remoteAddress ?? '127.0.0.1');
    c.set('language', languageOf(c.req.raw));
    await next();
  });
  const requests = requestNumbers();
  app.use(notedRequests(program, requests));
  app.use(securityHeaders(program));
  app.use(taggedBodies);
  app.use(knownHosts(program));
  app.use(uncrowded());
  app.use(rememberedLanguage(program));
  healthRoutes(app, program);
  metricsRoutes(app, program, requests);
  assetRoutes(app, program);
  app.route('/', program.authority.signIn as unknown as Hono<ApiEnv>);
  app.get('/api/openapi.json', () => json(openApiOf(program.operations, program.version)));
  app.all('/api/openapi.json', () => wrongMethod('GET, HEAD'));
  const events = eventSource(program.desk.store);
  program.ending?.addEventListener('abort', () => events.end(), { once: true });
  program.steps?.add(events.progress);
  eventRoutes(app, program, events);
  operationRoutes(app, program);
  formRoutes(app, program);
  feedRoutes(app, program);
  problemRoutes(app, program);
  pageRoutes(app, program);
  app.notFound((c) =>
    refused(c, program, new ApiProblem('not-found', 'Nothing is at this address.')),
  );
  app.onError((error, c) => refused(c, program, error));
  return app;
}

function rememberedLanguage({ overTls }: ApiProgram) {
  return async (c: HonoContext<ApiEnv>, next: () => Promise<void>): Promise<void> => {
    await next();
    const asked = askedLanguage(c.req.url);
    if (asked === undefined) return;
    const cookie = `${LANGUAGE_COOKIE}=${asked}; Path=/; Max-Age=${LANGUAGE_KEPT}; SameSite=Lax; HttpOnly`;
    c.res.headers.append('set-cookie', overTls ? `${cookie}; Secure` : cookie);
  };
}

/** An error in the shape of whoever asked: problem details for programs, a page for people. */
async function refused(
  c: HonoContext<ApiEnv>,
  program: ApiProgram,
  error: Error,
): Promise<Response> {
  const known = problemOf(error);
  const instance = known instanceof ApiProblem ? undefined : `defect-${randomUUID()}`;
  if (instance !== undefined) program.log(`${instance}: ${error.stack ?? error.message}`);
  const problem =
    known instanceof ApiProblem
      ? known
      : new ApiProblem('defect', `Report it with this name: ${instance}.`);
  const { pathname } = new URL(c.req.url);
  const forProgram =
    /^\/(?:api\/|health\/|metrics$)/.test(pathname) || /\.(?:json|atom|js|css|svg)$/.test(pathname);
  if (forProgram) return problemResponse(problem, instance);
  const { status } = PROBLEM_KINDS[problem.kind];
  const page = await problemPage(c, program, status, problem.message).catch(() => undefined);
  if (page === undefined) return problemResponse(problem, instance);
  for (const [name, value] of Object.entries(problem.headers)) page.headers.set(name, value);
  return page;
}

/** `/problems/KIND`: what the `type` of a problem leads to. */
function problemRoutes(app: Hono<ApiEnv>, program: ApiProgram): void {
  app.get('/problems/:kind', async (c) => {
    const kind = c.req.param('kind');
    if (!Object.hasOwn(PROBLEM_KINDS, kind)) {
      throw new ApiProblem('not-found', 'There is no such problem.');
    }
    const { status, title } = PROBLEM_KINDS[kind as ProblemKind];
    const body = html`<h1 lang="en">${title}</h1><p>HTTP ${status}</p>`;
    const person = await personFor(c, program);
    return document(c, program, person, { title, body }, 200, undefined);
  });
  app.all('/problems/:kind', () => wrongMethod('GET, HEAD'));
}
