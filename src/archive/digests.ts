/** Digests as foreign WARC files state them: `sha1:` in base32, `sha256:` in hex, and their kin. */
import { createHash } from 'node:crypto';

/** How bytes compare with what a record states of them. */
export type DigestCheck = 'agrees' | 'differs' | 'unstated' | 'unreadable';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Digest lengths in bytes by the label that the standard's examples and its tools use. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['md5', 16],
  ['sha1', 20],
  ['sha256', 32],
  ['sha512', 64],
]);

/** Compares bytes with a stated digest; `unreadable` where its algorithm or form is not known. */
export function checkDigest(bytes: Uint8Array, stated: string | undefined): DigestCheck {
  if (stated === undefined) return 'unstated';
  const colon = stated.indexOf(':');
  const label = stated.slice(0, Math.max(0, colon)).toLowerCase().replace('-', '');
  const value = stated.slice(colon + 1).trim();
  const length = LENGTHS.get(label);
  if (length === undefined) return 'unreadable';
  const isHex = value.length === length * 2 && /^[0-9a-f]+$/i.test(value);
  const isBase32 = /^[A-Z2-7]+=*$/i.test(value);
  if (!isHex && !isBase32) return 'unreadable';
  const found = createHash(label).update(bytes).digest();
  const same = isHex
    ? found.toString('hex') === value.toLowerCase()
    : base32(found) === value.toUpperCase().replace(/(?<!=)=+$/, '');
  return same ? 'agrees' : 'differs';
}

/** RFC 4648, section 6, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32[(held >> (bits - 5)) & 31];
  }
  return bits === 0 ? text : text + BASE32[(held << (5 - bits)) & 31];
}
