/**
 * The file of a trained tagger: four letters of magic, version, length and FNV-1a checksum of the
 * payload (each 32 bits, little endian), then the payload: the length of a JSON head and the head in
 * UTF-8, then one byte a weight for each layer. O(length), once at opening.
 */
import { z } from 'zod';
import type { Layer } from './layer.ts';
import type { LemmaRules } from './lemmas.ts';
import { CASES, TAGS, type Tag } from './tagged.ts';

export const TAGGER_MAGIC = 'ATTG';
export const TAGGER_VERSION = 1;
const HEADER_BYTES = 16;
/** No case, and the cases. */
export const CASE_CLASSES = CASES.length + 1;

const layerHead = z.object({ buckets: z.number().int().positive() });
const headSchema = z.object({
  language: z.enum(['es', 'ru']),
  tags: z.array(z.enum(TAGS)),
  tagLayer: layerHead,
  caseLayer: layerHead.optional(),
  /** Words of closed classes with their only tag. */
  closed: z.record(z.string(), z.enum(TAGS)),
  lemmas: z.record(z.string(), z.string()),
});
export type TaggerHead = z.infer<typeof headSchema>;

export interface TaggerModel {
  readonly language: 'es' | 'ru';
  readonly tags: readonly Tag[];
  readonly tagLayer: Layer;
  readonly caseLayer: Layer | undefined;
  readonly closed: ReadonlyMap<string, Tag>;
  readonly lemmas: LemmaRules;
}

/** Opens a file's bytes. Throws, naming `name`, on another kind or version and on damage. */
export function readTagger(bytes: Uint8Array, name: string): TaggerModel {
  const payload = openPayload(bytes, name);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const headEnd = 4 + (payload.length < 4 ? 0 : view.getUint32(0, true));
  if (headEnd > payload.length) throw new Error(`${name}: its head is longer than the file`);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(payload.subarray(4, headEnd));
  const head = headSchema.parse(JSON.parse(text));
  const { tagLayer, caseLayer, ...rest } = head;
  const tagBytes = tagLayer.buckets * head.tags.length;
  const caseBytes = (caseLayer?.buckets ?? 0) * CASE_CLASSES;
  const weights = new Int8Array(payload.subarray(headEnd).slice().buffer);
  if (weights.length !== tagBytes + caseBytes) {
    throw new Error(
      `${name}: ${weights.length} weights, its head says ${tagBytes} and ${caseBytes}`,
    );
  }
  return {
    ...rest,
    tagLayer: layerOf(tagLayer.buckets, head.tags.length, weights.subarray(0, tagBytes), name),
    caseLayer:
      caseLayer && layerOf(caseLayer.buckets, CASE_CLASSES, weights.subarray(tagBytes), name),
    closed: new Map(Object.entries(head.closed)),
    lemmas: new Map(Object.entries(head.lemmas)),
  };
}

function layerOf(buckets: number, classes: number, weights: Int8Array, name: string): Layer {
  if ((buckets & (buckets - 1)) !== 0) {
    throw new Error(`${name}: ${buckets} rows, expected a power of two`);
  }
  return { buckets, classes, weights };
}

function openPayload(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes.length < HEADER_BYTES) {
    throw new Error(`${name}: ${bytes.length} bytes are too few; the file is cut or not a tagger`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== TAGGER_MAGIC) {
    throw new Error(`${name}: starts with ${JSON.stringify(magic)}, expected "${TAGGER_MAGIC}"`);
  }
  const version = view.getUint32(4, true);
  if (version !== TAGGER_VERSION) {
    throw new Error(`${name}: version ${version}, this program reads version ${TAGGER_VERSION}`);
  }
  const payload = bytes.subarray(HEADER_BYTES);
  const length = view.getUint32(8, true);
  if (payload.length !== length) {
    throw new Error(`${name}: ${payload.length} bytes of payload, its header says ${length}`);
  }
  if (fnv1a(payload) !== view.getUint32(12, true)) {
    throw new Error(`${name}: the checksum does not match; the file is damaged, fetch it again`);
  }
  return payload;
}

/** The inverse of `readTagger`: `layers` are the weights of the tags, then those of the cases. */
export function sealTagger(head: TaggerHead, layers: readonly Int8Array[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = layers.reduce((sum, layer) => sum + layer.length, 4 + text.length);
  const bytes = new Uint8Array(HEADER_BYTES + length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) bytes[i] = TAGGER_MAGIC.charCodeAt(i);
  view.setUint32(4, TAGGER_VERSION, true);
  view.setUint32(8, length, true);
  view.setUint32(HEADER_BYTES, text.length, true);
  bytes.set(text, HEADER_BYTES + 4);
  let at = HEADER_BYTES + 4 + text.length;
  for (const layer of layers) {
    bytes.set(new Uint8Array(layer.buffer, layer.byteOffset, layer.length), at);
    at += layer.length;
  }
  view.setUint32(12, fnv1a(bytes.subarray(HEADER_BYTES)), true);
  return bytes;
}

function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
