/**
 * Identifiers of STIX objects: UUIDv5 (RFC 9562) in the namespace of STIX 2.1, section 2.9, over the
 * canonical JSON (RFC 8785) of the properties that make a thing what it is. The same thing found twice,
 * by this desk or by another one, is one object.
 */
import { createHash } from 'node:crypto';
import type { StixType } from './object.ts';

/** 00abedb4-aa42-466c-9c01-fed23315a9b7. */
const NAMESPACE = Buffer.from('00abedb4aa42466c9c01fed23315a9b7', 'hex');

/** Properties that contribute to an identifier; absent ones take no part. All of them are texts. */
export type Contributing = Readonly<Record<string, string | undefined>>;

/**
 * RFC 8785 of one flat object of texts: keys in the order of UTF-16 units, no spaces. `JSON.stringify`
 * writes strings as the RFC wants them, as long as they hold no lone surrogates: callers give clean text.
 */
export function canonicalJson(parts: Contributing): string {
  let json = '';
  for (const key of Object.keys(parts).sort()) {
    const value = parts[key];
    if (value === undefined) continue;
    json += `${json === '' ? '{' : ','}${JSON.stringify(key)}:${JSON.stringify(value)}`;
  }
  return json === '' ? '{}' : `${json}}`;
}

/** UUIDv5 of a text, 36 characters. */
export function uuidOf(text: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(text).digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** `type--uuid` of what the properties say. */
export function stixId(type: StixType | 'bundle', parts: Contributing): string {
  return `${type}--${uuidOf(canonicalJson(parts))}`;
}

/** An identifier without its type, as 16 characters of one byte each: what is kept of it in memory. */
export function packed(id: string): string {
  return Buffer.from(id.slice(-36).replaceAll('-', ''), 'hex').toString('latin1');
}

/** The identifier that `packed` made small. */
export function unpacked(type: StixType, key: string): string {
  const hex = Buffer.from(key, 'latin1').toString('hex');
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
