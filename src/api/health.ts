/** Whether the process answers, and whether it can do its work: for supervisors, open to all, and without a word more. */
import type { Hono } from 'hono';
import { json, wrongMethod } from './operation-routes.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';

/** A store that takes longer does not answer, in milliseconds; supervisors wait little longer. */
const PATIENCE = 3000;
const FRESH = { 'cache-control': 'no-store' };

export function healthRoutes(app: Hono<ApiEnv>, program: ApiProgram): void {
  app.get('/health/live', () => json({ status: 'live' }, FRESH));
  app.get('/health/ready', async () => {
    if (!(await isReady(program))) {
      throw new ApiProblem('not-ready', 'Try again later.', { ...FRESH, 'retry-after': '10' });
    }
    return json({ status: 'ready' }, FRESH);
  });
  for (const path of ['/health/live', '/health/ready']) {
    app.all(path, () => wrongMethod('GET, HEAD'));
  }
}

/** One small question, which every desk can be asked; a server that is ending takes no more work. */
async function isReady({ desk, ending }: ApiProgram): Promise<boolean> {
  if (ending?.aborted === true) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const answers = desk.store.accounts().then(
    () => true,
    () => false,
  );
  return Promise.race([answers, late]).finally(() => clearTimeout(timer));
}
