/** Lines of a UTF-8 stream. Linear; holds one line, at most `maxBytes` of it. */
import { isBlank, type Piece, SAMPLE_BYTES, tooLong } from './pieces.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The non-blank lines without their ends (`\n` or `\r\n`), numbered from 1, in batches. A longer
 * line than `maxBytes` is refused without being held, and the next one is read.
 */
export async function* splitLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly Piece[]> {
  let line = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  const take = (batch: Piece[], last: Uint8Array): void => {
    if (length + last.length > maxBytes) {
      const head = Buffer.concat([...held, last]);
      batch.push(tooLong('the line', line, maxBytes, head));
    } else {
      const whole = held.length === 0 ? last : Buffer.concat([...held, last]);
      const bytes = whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole;
      if (!isBlank(bytes)) batch.push({ kind: 'item', line, bytes });
    }
    line++;
    held = [];
    length = 0;
  };
  for await (const chunk of source) {
    const batch: Piece[] = [];
    let begin = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
      take(batch, chunk.subarray(begin, end));
      begin = end + 1;
    }
    const rest = chunk.subarray(begin);
    // Past the limit only what is held already stays, to show how the line begins.
    if (rest.length > 0 && length <= maxBytes) held.push(rest);
    length += rest.length;
    if (length > maxBytes && held.length > 1)
      held = [Buffer.concat(held).subarray(0, SAMPLE_BYTES)];
    if (batch.length > 0) yield batch;
  }
  const batch: Piece[] = [];
  if (length > 0) take(batch, new Uint8Array(0));
  if (batch.length > 0) yield batch;
}
