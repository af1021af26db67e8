/** Whether a file is one that platforms and desks exchange, by how it begins. */
import { open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { exchangeFormat, FORMAT_BYTES } from '../../collect/exchange/exchange-format.ts';

/** Throws, naming it, where the file cannot be read. */
export async function isExchange(file: string): Promise<boolean> {
  const head = await headOf(file);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return exchangeFormat(isGzip ? unpacked(head) : head) !== undefined;
}

async function headOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const head = Buffer.alloc(FORMAT_BYTES);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return head.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new Error(`${file} cannot be read: check the path`, { cause });
  }
}

/** As much of it as these bytes hold; what is no gzip after all holds nothing. */
function unpacked(head: Buffer): Buffer {
  try {
    // The end of the stream is not in the head.
    const plain = gunzipSync(head, { finishFlush: 2, maxOutputLength: 64 * FORMAT_BYTES });
    return plain.subarray(0, FORMAT_BYTES);
  } catch {
    return Buffer.alloc(0);
  }
}
