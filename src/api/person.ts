/** Who asks, by the authority of the desk; a hurried program is told to wait. */
import type { Context as HonoContext } from 'hono';
import type { Person } from '../domain/people.ts';
import { TooManyRequests } from './authority-port.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';

export async function personFor(
  c: HonoContext<ApiEnv>,
  { authority }: Pick<ApiProgram, 'authority'>,
): Promise<Person | undefined> {
  try {
    const person = await authority.personOf(c.req.raw, c.get('remoteAddress'));
    c.set('person', person);
    return person;
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    throw new ApiProblem('hurried', error.message, { 'retry-after': String(error.retryAfter) });
  }
}
