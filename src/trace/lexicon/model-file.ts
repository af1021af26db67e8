/**
 * The envelope of a learned file: four letters of magic, version, payload length, FNV-1a checksum
 * (each 32 bits, little endian), then the payload. O(length), once at loading.
 */
const HEADER_BYTES = 16;

/** What an envelope must say to be opened. `name` is for the messages. */
export interface Envelope {
  readonly magic: string;
  readonly version: number;
  readonly name: string;
}

/** The payload, a view on `bytes`. Throws on another kind, another version or damage. */
export function openModel(bytes: Uint8Array, expected: Envelope): Uint8Array {
  const { magic, version, name } = expected;
  if (bytes.length < HEADER_BYTES) {
    throw new Error(`${name}: ${bytes.length} bytes are too few; the file is cut or not a model`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = String.fromCharCode(...bytes.subarray(0, 4));
  if (found !== magic) {
    throw new Error(`${name}: starts with ${JSON.stringify(found)}, expected "${magic}"`);
  }
  const foundVersion = view.getUint32(4, true);
  if (foundVersion !== version) {
    throw new Error(`${name}: version ${foundVersion}, this program reads version ${version}`);
  }
  const payload = bytes.subarray(HEADER_BYTES);
  const length = view.getUint32(8, true);
  if (payload.length !== length) {
    throw new Error(`${name}: ${payload.length} bytes of payload, its header says ${length}`);
  }
  if (checksum(payload) !== view.getUint32(12, true)) {
    throw new Error(`${name}: the checksum does not match; the file is damaged, fetch it again`);
  }
  return payload;
}

/** The inverse of `openModel`. */
export function sealModel(magic: string, version: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) bytes[i] = magic.charCodeAt(i);
  view.setUint32(4, version, true);
  view.setUint32(8, payload.length, true);
  view.setUint32(12, checksum(payload), true);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
