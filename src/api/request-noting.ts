/** Around all routes: notes what is told of a request, and counts it. */
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { RequestNumbers } from './metrics-requests.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import type { RequestEntry } from './request-log.ts';

/** Notes every request once it is answered. */
export function notedRequests(
  { requested, desk }: Pick<ApiProgram, 'requested' | 'desk'>,
  numbers: RequestNumbers,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    const person = c.get('person');
    const entry: RequestEntry = {
      at: desk.now(),
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: performance.now() - begin,
      bytes: bytesOf(c),
      who: person?.name,
      by: person?.by,
    };
    numbers.count(entry);
    requested?.(entry);
  };
}

/** The first pattern that matches and is no layer around all routes. */
function routeOf(c: HonoContext<ApiEnv>): string {
  const path = matchedRoutes(c).find((route) => !route.path.endsWith('*'))?.path ?? 'none';
  // `/alerts/:id{[^/]+\.json}` is `/alerts/:id.json` for people.
  return path.replace(/\{[^}]*\.json\}$/, '.json');
}

function bytesOf(c: HonoContext<ApiEnv>): number | undefined {
  if (c.req.method === 'HEAD' || c.res.body === null) return 0;
  const stated = c.res.headers.get('content-length');
  return stated === null ? c.get('bytes') : Number(stated);
}
