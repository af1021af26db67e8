/** Fact-checks from files or from an API into the desk, with what is said of the import. */
import { askGoogle } from '../../collect/checks/google.ts';
import {
  type CheckCounts,
  readChecks,
  type StatedCheck,
} from '../../collect/checks/read-checks.ts';
import { inputBytes } from '../../collect/disk.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Desk } from '../desk.ts';
import { type ChecksKept, keepChecks } from './keep-checks.ts';

export interface ChecksImported extends ChecksKept {
  /** Whether an API was asked rather than files read. */
  readonly searched: boolean;
  /** What was passed over or not fully read, one sentence each. */
  readonly notes: readonly string[];
  /** Why the API answered no more. */
  readonly fault: string | undefined;
}

export interface ImportOptions {
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  /** Bytes of the inputs done, of so many (0: not known). */
  readonly onProgress: (done: number, total: number) => void;
}

/** Keeps the fact-checks of files, folders or standard input (`-`). */
export async function importChecks(
  desk: Desk,
  inputs: readonly string[],
  { stdin, onProgress }: ImportOptions,
): Promise<ChecksImported> {
  const total = await inputBytes(inputs);
  let counts: CheckCounts | undefined;
  let done = 0;
  const doubts = new Map<string, number>();
  const checks = readChecks(inputs, {
    now: desk.now(),
    ...(stdin !== undefined && { stdin }),
    onEnd: (ended) => {
      counts = ended;
    },
  });
  async function* noted(): AsyncGenerator<Outcome<StatedCheck>> {
    for await (const outcome of checks) {
      if (outcome.ok) {
        done = outcome.value.progress;
        for (const { kind } of outcome.value.doubts) doubts.set(kind, (doubts.get(kind) ?? 0) + 1);
      }
      yield outcome;
    }
  }
  const kept = await keepChecks(desk, noted(), () => onProgress(done, total));
  return { ...kept, searched: false, notes: notesOf(counts, doubts), fault: undefined };
}

/** Asks the Google Fact Check Tools API; throws, saying what to set, where the desk has no key. */
export async function searchChecks(
  desk: Desk,
  query: string,
  language: string | undefined,
): Promise<ChecksImported> {
  const { factCheckKey: key } = desk;
  if (key === undefined) {
    throw new Error(
      'no key is set for the Google Fact Check Tools API: set ATALAYA_FACTCHECK_KEY (a key is free of charge), or read a file with atalaya checks FILES',
    );
  }
  if (desk.openWeb === undefined) throw new Error('this desk has no way to the web');
  const web = await desk.openWeb({});
  try {
    const question = { query, key, ...(language !== undefined && { language }) };
    const answer = await askGoogle((request) => web.get(request), question, desk.now());
    async function* stated(): AsyncGenerator<Outcome<StatedCheck>> {
      yield* answer.checks;
    }
    const kept = await keepChecks(desk, stated());
    const notes =
      answer.more && answer.fault === undefined
        ? ['The API has more: ask with narrower words.']
        : [];
    return { ...kept, searched: true, notes, fault: answer.fault?.detail };
  } finally {
    await web.close();
  }
}

function notesOf(counts: CheckCounts | undefined, doubts: ReadonlyMap<string, number>): string[] {
  const { mediaReviews = 0, repeated = 0, uncanonical = 0 } = counts ?? {};
  const notes: string[] = [];
  if (mediaReviews > 0)
    notes.push(
      `${mediaReviews} reviews of pictures and videos were passed over: they state no claim.`,
    );
  if (repeated > 0)
    notes.push(`${repeated} state a claim that was read at the same address before.`);
  if (uncanonical > 0) notes.push(`${uncanonical} are marked by their list as not fully its own.`);
  for (const [kind, count] of doubts) notes.push(`${count} were kept with a doubt: ${kind}.`);
  return notes;
}
