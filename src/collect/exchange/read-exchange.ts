/**
 * A file of another platform, or of another desk, from its first byte: unzipped, told by its content and
 * read. Every fault of it is a refusal; reading goes on behind those that leave something to read.
 */
import type { Place } from '../../domain/outcome.ts';
import { type Peeked, peek } from '../chunks.ts';
import { gunzip, isGzip } from '../gunzip.ts';
import { BrokenInput, refusedRead } from '../refusals.ts';
import { type ExchangeFormat, exchangeFormat, FORMAT_BYTES } from './exchange-format.ts';
import { type Exchanged, refusedAt } from './exchanged.ts';
import { readFtm } from './ftm.ts';
import { readExport } from './own-lines.ts';
import { readStix } from './stix.ts';
import { type Taking, takingOf } from './takings.ts';

/** What a record of another desk's export gives, with the line that states it. */
export interface Taken {
  readonly kind: 'taken';
  readonly place: Place;
  readonly bytes: Uint8Array;
  readonly taking: Taking;
}

/**
 * What `source` gives, the bytes of the file `file`, in order. ClaimReview is refused with a word on
 * where it is read. Throws for nothing that the bytes hold, nor for a source that breaks off.
 */
export async function* readExchange(
  file: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Exchanged | Taken> {
  const opened: Peeked[] = [];
  try {
    const packed = await peek(source, 2);
    opened.unshift(packed);
    const plain = isGzip(packed.head) ? gunzip(packed.chunks) : packed.chunks;
    const stream = await peek(plain, FORMAT_BYTES);
    opened.unshift(stream);
    // A file that breaks off before anything can be told of it says so.
    if (stream.head.length === 0) for await (const _ of stream.chunks);
    yield* readAs(exchangeFormat(stream.head), file, stream.chunks);
  } catch (error) {
    const refusal =
      error instanceof BrokenInput
        ? refusedAt({ file }, error.kind, error.message)
        : { kind: 'refused' as const, refusal: refusedRead(error, file).refusal };
    yield refusal;
  } finally {
    for (const stream of opened) await stream.close();
  }
}

async function* readAs(
  format: ExchangeFormat | undefined,
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Exchanged | Taken> {
  switch (format) {
    case 'atalaya':
      for await (const read of readExport(file, chunks)) {
        if (read.ok) {
          const { record, bytes, place } = read.value;
          yield { kind: 'taken', place, bytes, taking: takingOf(record) };
        } else yield { kind: 'refused', refusal: read.refusal };
      }
      return;
    case 'ftm':
      yield* readFtm(file, chunks);
      return;
    case 'stix':
      yield* readStix(file, chunks);
      return;
    case 'checks': {
      const what = 'holds fact-checks (ClaimReview); give it to `atalaya checks`.';
      yield refusedAt({ file }, 'unknown-format', what);
      return;
    }
    case undefined: {
      const what =
        'is no STIX 2.1, no FollowTheMoney and no export of Atalaya; give one of these, or ingest it as articles.';
      yield refusedAt({ file }, 'unknown-format', what);
    }
  }
}
