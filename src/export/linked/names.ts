/**
 * Names of the desk's things for other tools: stable, the same in every export, and readable where
 * what is named has an id on the desk. The terms of our own in linked data stand here, too.
 */
import { createHash } from 'node:crypto';
import type { Digest } from '../../domain/ids.ts';

/** Letters and digits only: a dot would be cut off by Aleph, a dash would join two parts into one. */
const PLAIN = /^[A-Za-z0-9]{1,64}$/;

/** The parts as one name of letters, digits and dashes; a part of other characters gives its hash. */
export function joinedName(parts: readonly (string | number)[]): string {
  return parts
    .map(String)
    .map((part) => (PLAIN.test(part) ? part : hashOf(part)))
    .join('-');
}

/** `urn:atalaya:KIND:PARTS`. */
export function urn(kind: string, ...parts: readonly (string | number)[]): string {
  return `urn:atalaya:${kind}:${joinedName(parts)}`;
}

/** A captured file by its content (RFC 6920); undefined for what is no SHA-256. */
export function contentName(digest: Digest | string): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(digest)) return undefined;
  return `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`;
}

function hashOf(part: string): string {
  return createHash('sha256').update(part).digest('hex').slice(0, 16);
}
