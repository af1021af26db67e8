/** The time stamps beside the chain: `timestamps/<n>.tsr`, each of line n, as the authority sent it. */
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../domain/ids.ts';
import { digestOf } from '../domain/ids.ts';
import { CHAIN_FILE, type ChainHead, readChainLine } from './chain.ts';
import { readTail } from './chain-tail.ts';
import { checkStamp, readStamp, stampRequest, type TimeStamp } from './timestamp.ts';

const FOLDER = 'timestamps';

/** A stored stamp. */
export interface StampedLine {
  /** The line of the chain that it names. */
  readonly n: number;
  /** `timestamps/<n>.tsr` */
  readonly file: string;
  /** Milliseconds since the epoch, as the authority states it; absent where the file is no stamp. */
  readonly at: number | undefined;
  readonly imprint: Digest | undefined;
}

export interface StampOptions {
  /** The authority's address. */
  readonly url: string;
  /** 8 to 20 random bytes, new for each asking. */
  readonly nonce: Uint8Array;
  /** Posts `application/timestamp-query` and gives the answer's body; throws where there is none. */
  readonly post: (url: string, body: Uint8Array) => Promise<Uint8Array>;
}

export type Stamped =
  | {
      readonly kind: 'stamped';
      readonly head: ChainHead;
      readonly stamp: TimeStamp;
      readonly file: string;
    }
  | { readonly kind: 'nothing-to-stamp' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Asks for a stamp of the chain's head, checks it and keeps it. Needs the writer lock, as appending does.
 * A head that has a sound stamp already is not asked for again: there is nothing new to vouch for.
 */
export async function stampArchive(
  folder: string,
  { url, nonce, post }: StampOptions,
): Promise<Stamped> {
  const head = await chainHead(folder);
  if (head === undefined) return { kind: 'nothing-to-stamp' };
  const file = join(FOLDER, `${head.n}.tsr`);
  const kept = (await readStamps(folder)).find(({ n }) => n === head.n)?.imprint;
  if (kept === head.sha256) return { kind: 'nothing-to-stamp' };
  if (kept !== undefined) {
    const reason = `${file} is of another line ${head.n}: the chain was changed, verify the archive`;
    return { kind: 'refused', reason };
  }
  let answer: Uint8Array;
  try {
    answer = await post(url, stampRequest(head.sha256, nonce));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', reason: `${url} did not answer: ${why}` };
  }
  const checked = checkStamp(answer, { digest: head.sha256, nonce });
  if (!checked.ok) return { kind: 'refused', reason: `${url}: ${checked.reason}` };
  await keep(folder, file, answer);
  return { kind: 'stamped', head, stamp: checked.stamp, file };
}

/** The stamps that are kept, by their lines. */
export async function readStamps(folder: string): Promise<StampedLine[]> {
  const names = await readdir(join(folder, FOLDER)).catch(() => []);
  const numbers = names.flatMap((name) => /^([1-9]\d{0,14})\.tsr$/.exec(name)?.[1] ?? []);
  const stamps = numbers.map(Number).map(async (n): Promise<StampedLine> => {
    const file = join(FOLDER, `${n}.tsr`);
    const read = readStamp(await readFile(join(folder, file)));
    const { at, imprint } = read.ok ? read.stamp : {};
    return { n, file, at, imprint };
  });
  return (await Promise.all(stamps)).sort((a, b) => a.n - b.n);
}

/** The last line of the chain, flushed: a stamp of a line that a power cut takes away is worth nothing. */
async function chainHead(folder: string): Promise<ChainHead | undefined> {
  const handle = await open(join(folder, CHAIN_FILE), 'r+').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    await handle.datasync();
    const last = await readTail(handle, (text) => readChainLine(text) !== undefined);
    if (last === undefined) return undefined;
    return { n: readChainLine(last.text)!.n, sha256: digestOf(last.text) };
  } finally {
    await handle.close();
  }
}

async function keep(folder: string, file: string, answer: Uint8Array): Promise<void> {
  await mkdir(join(folder, FOLDER), { recursive: true });
  const handle = await open(join(folder, file), 'w');
  try {
    await handle.writeFile(answer);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
