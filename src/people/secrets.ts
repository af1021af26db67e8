/** Secrets of 256 random bits, and the digests by which alone they are kept. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** Where chance comes from: as many unforeseeable bytes as are asked for. */
export type RandomBytes = (count: number) => Uint8Array;

const SECRET_BYTES = 32;

/** A new secret: 43 characters of base64url. */
export function newSecret(random: RandomBytes): string {
  return Buffer.from(random(SECRET_BYTES)).toString('base64url');
}

/** SHA-256 in hex. Enough for a secret that nobody can guess, unlike for a password. */
export function secretDigestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether two secrets are the same, in a time that tells nothing of how much of them is. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
