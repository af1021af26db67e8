/** Mutations of bytes: what wires and disks do to files, and other character sets. */
import { between, type Chance } from '../../bench/chance.ts';
import { MOST_LENGTH, pick, spanIn } from './pick.ts';

type ByteMutator = (bytes: Buffer, chance: Chance) => Buffer;

const splice = (bytes: Buffer, begin: number, end: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, begin), put, bytes.subarray(end)]).subarray(0, MOST_LENGTH);

const BYTES: readonly ByteMutator[] = [
  (bytes, chance) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[between(chance, 0, copy.length - 1)]! ^= 1 << between(chance, 0, 7);
    return copy;
  },
  (bytes, chance) => {
    const copy = Buffer.from(bytes);
    const value = pick([0, 0xff, 0x80, 0x7f, 0x0a, 0x0d, 0xc0, 0xfe], chance);
    if (copy.length > 0) copy[between(chance, 0, copy.length - 1)] = value;
    return copy;
  },
  (bytes, chance) => bytes.subarray(0, between(chance, 0, bytes.length)),
  (bytes, chance) => bytes.subarray(between(chance, 0, Math.min(bytes.length, 64))),
  (bytes, chance) => splice(bytes, ...spanIn(bytes.length, chance), Buffer.alloc(0)),
  (bytes, chance) => {
    const [begin, end] = spanIn(bytes.length, chance);
    return splice(bytes, end, end, bytes.subarray(begin, end));
  },
  // Numbers at the edges of their widths, as formats of bytes hold them.
  (bytes, chance) => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(
      pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff, bytes.length], chance),
    );
    const at = between(chance, 0, bytes.length);
    return splice(bytes, at, at + 4, number);
  },
  (bytes, chance) => {
    const at = between(chance, 0, bytes.length);
    const junk = Buffer.from(Array.from({ length: between(chance, 1, 16) }, () => chance() * 256));
    return splice(bytes, at, at, junk);
  },
];

/** One to four of the above. */
export function brokenBytes(bytes: Buffer, chance: Chance): Buffer {
  let broken = bytes;
  const rounds = Math.floor(1 + 4 * chance() ** 2);
  for (let round = 0; round < rounds; round++) broken = pick(BYTES, chance)(broken, chance);
  return broken;
}

/** A text as bytes: mostly UTF-8, sometimes in another set, sometimes broken on the way. */
export function inBytes(text: string, chance: Chance): Buffer {
  const dice = chance();
  if (dice < 0.75) return Buffer.from(text);
  if (dice < 0.8) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (dice < 0.84) return Buffer.from(text, 'utf16le');
  if (dice < 0.88) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (dice < 0.92) return Buffer.from(text, 'latin1');
  return brokenBytes(Buffer.from(text), chance);
}
