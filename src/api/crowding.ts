/** How many requests of one client are worked on at a time: one who asks all at once holds up nobody else. */
import type { MiddlewareHandler } from 'hono';
import { ApiProblem } from './problems.ts';
import type { ApiEnv } from './program.ts';

/** Requests of one address that may be under way. Browsers send six at a time. */
const MOST_OF_ONE = 64;

/** Refuses with 429 what is beyond that. Health is asked by the machine, and always answered. */
export function uncrowded(most = MOST_OF_ONE): MiddlewareHandler<ApiEnv> {
  const underWay = new Map<string, number>();
  return async (c, next) => {
    if (c.req.path.startsWith('/health/')) return next();
    const client = c.get('remoteAddress');
    const count = underWay.get(client) ?? 0;
    if (count >= most) {
      const detail = `${most} requests of this client are under way; wait for their answers.`;
      throw new ApiProblem('hurried', detail, { 'retry-after': '1' });
    }
    underWay.set(client, count + 1);
    try {
      await next();
    } finally {
      const left = underWay.get(client)! - 1;
      if (left === 0) underWay.delete(client);
      else underWay.set(client, left);
    }
  };
}
