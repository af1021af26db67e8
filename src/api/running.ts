/** One run of an operation for one person: within its time, and with its errors in the door's one shape. */
import type { Person } from '../domain/people.ts';
import { mayAs } from '../domain/people.ts';
import { holderOf } from '../operations/desk-held.ts';
import { type Context, NotFound, type Operation, type Progress } from '../operations/operation.ts';
import { ApiProblem } from './problems.ts';
import type { ApiProgram } from './program.ts';

/** Longest time for one request, in milliseconds. */
const TIME_OUT = 30_000;
/** When to try again where something else is at work, in seconds. */
const BUSY_FOR = '10';
const SILENT: Progress = { step: () => {}, tell: () => {} };

export function contextFor(program: ApiProgram, person: Person): Context {
  const { desk, example, version, watchFile } = program;
  return {
    ...{ desk, hasDesk: true, progress: SILENT, stdin: undefined, example, version, watchFile },
    by: person.name,
    interrupted: () => new AbortController().signal,
  };
}

/** Runs it; throws `ApiProblem` for whatever comes instead of an answer. */
export async function runFor(
  program: ApiProgram,
  operation: Operation,
  input: Record<string, unknown>,
  person: Person,
): Promise<unknown> {
  const output = await inTime(operation.run(input as never, contextFor(program, person)));
  const failure = operation.failure?.(output);
  if (failure !== undefined) throw new ApiProblem('refused', failure);
  return output;
}

/** Throws where the person's role does not reach. */
export function checkRole(operation: Operation, person: Person): void {
  const { role } = operation.remote!;
  if (mayAs(person.role, role)) return;
  const detail = `${operation.name} is for the role ${role}; ${person.name} has ${person.role}.`;
  throw new ApiProblem('not-allowed', detail);
}

export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ApiProblem('slow', 'The answer took longer than 30 seconds; ask for less.'));
    }, TIME_OUT);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw problemOf(error);
  } finally {
    clearTimeout(timer);
  }
}

/** What went wrong, as a problem: our own plain errors are refusals in words, all else is a defect. */
export function problemOf(error: unknown): ApiProblem | Error {
  if (error instanceof ApiProblem) return error;
  if (error instanceof NotFound) return new ApiProblem('not-found', error.message);
  const holder = holderOf(error);
  if (holder !== undefined) {
    const detail = `The desk is in use by ${holder}; nothing was changed. Try again in ${BUSY_FOR} seconds.`;
    return new ApiProblem('busy', detail, { 'retry-after': BUSY_FOR });
  }
  if (error instanceof Error && error.constructor === Error && error.cause === undefined) {
    return new ApiProblem('refused', error.message);
  }
  // With a cause it stays a defect where it is looked at again.
  return error instanceof Error ? error : new Error(String(error), { cause: error ?? null });
}
