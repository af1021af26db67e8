/** Name-based UUIDs (RFC 9562, version 5): the same thing has the same UUID in every export. */
import { createHash } from 'node:crypto';

/** Of Atalaya's objects in MISP; never to be changed, since UUIDs rest on it. */
const NAMESPACE = Buffer.from('6d1f1c0e5f7b4d0f9c3b8a7e2b4c9d10', 'hex');

export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
