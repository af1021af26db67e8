/** One thread for jobs that may take it down with them: it is given up after a time, and a new one begun. */
import { type Crew, gatherCrew } from '../crew.ts';
import type { Answer, Job } from '../jobs.ts';

export interface Hands {
  /** Throws where the job throws, ends its thread or takes too long. */
  readonly do: (job: Job) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** `longest`: milliseconds for one job. */
export function oneThread(longest: number): Hands {
  let crew: Crew | undefined;
  const drop = async (): Promise<void> => {
    const gone = crew;
    crew = undefined;
    await gone?.close();
  };
  return {
    do: async (job) => {
      // Of two threads only one is begun where one job is done at a time.
      crew ??= gatherCrew(2);
      try {
        return await within(longest, onlyAnswer(crew, job));
      } catch (error) {
        await drop();
        throw error;
      }
    },
    close: drop,
  };
}

async function onlyAnswer(crew: Crew, job: Job): Promise<Answer> {
  async function* one(): AsyncGenerator<Job> {
    yield job;
  }
  for await (const answer of crew.run(one())) return answer;
  throw new Error('the thread gave no answer');
}

async function within<T>(longest: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const seconds = Math.round(longest / 1000);
    timer = setTimeout(() => reject(new Error(`it took longer than ${seconds} s`)), longest);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
