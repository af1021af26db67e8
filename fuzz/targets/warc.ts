/** WARC files and the HTTP messages in them: records, chunks, encodings. */
import { cdxjLine } from '../../src/archive/cdxj.ts';
import { bodyOf, readMessage } from '../../src/archive/http-message.ts';
import { readWarc, type WarcEntry } from '../../src/archive/read-warc.ts';
import { brokenWarc } from '../mutate/warc.ts';
import { countFault, firstOf, sentenceFault } from '../rules.ts';
import type { BytesTarget, Fault } from '../target.ts';

const MOST_BLOCK = 32 * 1024;
const MOST_BODY = 64 * 1024;
const STEP = 977;

/** In steps that end anywhere, as a disk or a socket gives them. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += STEP) yield bytes.subarray(at, at + STEP);
}

function* entryFaults(entry: WarcEntry, size: number): Generator<Fault> {
  yield countFault('the offset', entry.offset);
  yield countFault('the place in its member', entry.within);
  if (entry.offset > size) yield `an entry begins at ${entry.offset}, behind the file`;
  if (entry.kind !== 'record') {
    yield sentenceFault('the reason', entry.reason);
    return;
  }
  const { length, block, date, http } = entry;
  if (length !== undefined && entry.offset + length > size) yield 'a record ends behind the file';
  if (block.length > MOST_BLOCK) yield `a block has ${block.length} bytes`;
  if (date !== undefined && !Number.isInteger(date)) yield `the date is ${date}`;
  // Of a file of others any entry may be looked up by its address.
  cdxjLine(entry, 'a.warc.gz');
  if (http === undefined) return;
  const body = bodyOf(http, MOST_BODY);
  if (body.ok && body.bytes.length > MOST_BODY) yield `a body has ${body.bytes.length} bytes`;
  if (!body.ok) yield sentenceFault('why there is no body', body.reason);
}

async function check(bytes: Uint8Array): Promise<Fault> {
  let entries = 0;
  for await (const entry of readWarc(pieces(bytes), { mostBlockBytes: MOST_BLOCK })) {
    const fault = firstOf(entryFaults(entry, bytes.length));
    if (fault !== undefined) return fault;
    if (++entries > bytes.length + 1) return 'there are more entries than bytes';
  }
  readMessage(bytes);
  return undefined;
}

export const warc: BytesTarget = {
  kind: 'bytes',
  name: 'warc',
  weight: 8,
  make: brokenWarc,
  check,
};
