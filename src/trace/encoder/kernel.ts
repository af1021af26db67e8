/**
 * The two inner loops of the encoder as WebAssembly SIMD, assembled here because no compiler is
 * needed for 40 instructions: `unpack` sums table rows to a word's vector, `sum` adds up words. They
 * take a quarter and an eighth of the time of the same loops in JavaScript (2.5 µs a word, 1.8 µs a
 * passage), and give the same to the last bit: `unpack` multiplies and adds in 64 bits and rounds to
 * 32 after each row, nothing is fused, and the order is the caller's. O(rows × dims), O(words × dims).
 *
 * The opcodes are those of https://webassembly.github.io/spec/core/binary/instructions.html.
 */

/** Vectors are this many elements, or a multiple: what one turn of the inner loops takes. */
export const LANES = 16;
const PAGE = 65536;
/** Both elements of every possible byte, as 64-bit floats: 256 × 16 bytes at address 0. */
const PAIRS = 0;
/** Memory below is the kernel's own. */
export const FREE = 4096;

/** All numbers are byte addresses in the memory, or counts of bytes. */
export interface Kernel {
  readonly buffer: ArrayBuffer;
  /**
   * Writes to `to` the sum of rows of signed 4-bit elements (`half` bytes each from `nibbles`, low
   * half of a byte first), each times its 32-bit scale (from `scales`). The numbers of the rows, 32
   * bits each, stand from `list` to `end`; at least one. `half` is a multiple of `LANES` / 2.
   */
  unpack(
    to: number,
    list: number,
    end: number,
    half: number,
    scales: number,
    nibbles: number,
  ): void;
  /** Writes to `to` the sum of the vectors of `bytes` bytes at the addresses from `list` to `end`; at least one. */
  sum(to: number, list: number, end: number, bytes: number): void;
}

/** What we use of it; the compiler's library for servers does not declare it. */
const wasm = (globalThis as unknown as { readonly WebAssembly: WebAssemblyGlobal }).WebAssembly;
interface WebAssemblyGlobal {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Record<string, Record<string, unknown>>,
  ) => { readonly exports: Omit<Kernel, 'buffer'> };
}

/** One for all kernels: what the engine has learned to run fast stays so. */
let compiled: object | undefined;

/** A kernel over at least `bytes` of zeroed memory, of which the first `FREE` are its own. */
export function openKernel(bytes: number): Kernel {
  const pages = Math.ceil(bytes / PAGE);
  const memory = new wasm.Memory({ initial: pages });
  const pairs = new Float64Array(memory.buffer, PAIRS, 512);
  for (let byte = 0; byte < 256; byte++) {
    // Shifting to the top and back down extends the sign of each half.
    pairs[2 * byte] = (byte << 28) >> 28;
    pairs[2 * byte + 1] = (byte << 24) >> 28;
  }
  compiled ??= new wasm.Module(moduleBytes());
  const { unpack, sum } = new wasm.Instance(compiled, { m: { m: memory } }).exports;
  return { buffer: memory.buffer, unpack, sum };
}

const I32 = 0x7f;
const V128 = 0x7b;
const ADD = [0x6a];
const SUB = [0x6b];
const MUL = [0x6c];
const LESS = [0x49];
const SHIFT_LEFT = [0x74];
const PROMOTE = [0xbb];
/** Zeroes memory: address, value and count of bytes are on the stack. */
const FILL = [0xfc, 11, 0];
const F32X4_SPLAT = [0xfd, 0x13];
const F64X2_SPLAT = [0xfd, 0x14];
const F32X4_ADD = [0xfd, 0xe4, 0x01];
const F64X2_ADD = [0xfd, 0xf0, 0x01];
const F64X2_MUL = [0xfd, 0xf2, 0x01];
const DEMOTE_PAIR = [0xfd, 0x5e];
const PROMOTE_PAIR = [0xfd, 0x5f];

const get = (i: number) => [0x20, i];
const set = (i: number) => [0x21, i];
const constant = (n: number) => [0x41, ...signed(n)];
const ZERO = [0x43, 0, 0, 0, 0];
const loadI32 = [0x28, 2, 0];
const storeI32 = [0x36, 2, 0];
const loadF32 = [0x2a, 2, 0];
const loadByte = (offset: number) => [0x2d, 0, ...unsigned(offset)];
const loadVector = (offset: number) => [0xfd, 0x00, 4, ...unsigned(offset)];
const storeVector = (offset: number) => [0xfd, 0x0b, 4, ...unsigned(offset)];
const loadPair = (offset: number) => [0xfd, 0x5d, 3, ...unsigned(offset)];
const storePair = (offset: number) => [0xfd, 0x5b, 3, ...unsigned(offset), 0];
const advance = (local: number, bytes: number) => [
  ...[...get(local), ...constant(bytes), ...ADD, ...set(local)],
];
/** Once, and again while local `at` is below local `end`. */
const repeat = (body: number[], at: number, end: number) => [
  ...[0x03, 0x40],
  ...body,
  ...[...get(at), ...get(end), ...LESS, 0x0d, 0x00, 0x0b],
];

/**
 * Parameters as in `Kernel`. Both ends of every row are read first, so that the processor waits for
 * all of them at once, not for one after the other: a fifth less time. What was read is written,
 * and overwritten, lest the compiler leave it out.
 */
function unpackBody(): number[] {
  const [to, list, end, half, scales, nibbles] = [0, 1, 2, 3, 4, 5];
  const [at, row, byte, byteEnd, item, touched, scale] = [6, 7, 8, 9, 10, 11, 12];
  // to[2h, 2h + 1] += scale × pair of byte h
  const pair = (h: number) => [
    ...get(at),
    ...[...get(at), ...loadPair(8 * h), ...PROMOTE_PAIR],
    ...[...get(byte), ...loadByte(h), ...constant(4), ...SHIFT_LEFT, ...loadVector(PAIRS)],
    ...[...get(scale), ...F64X2_MUL, ...F64X2_ADD, ...DEMOTE_PAIR],
    ...storePair(8 * h),
  ];
  const pairs = Array.from({ length: LANES / 2 }, (_, h) => pair(h)).flat();
  const touch = [
    ...[...get(item), ...loadI32, ...get(half), ...MUL, ...get(nibbles), ...ADD, ...set(byte)],
    ...[
      ...get(byte),
      ...loadByte(0),
      ...get(byte),
      ...get(half),
      ...ADD,
      ...constant(1),
      ...SUB,
      ...loadByte(0),
    ],
    ...[...ADD, ...get(touched), ...ADD, ...set(touched)],
    ...advance(item, 4),
  ];
  const eachRow = [
    ...[...get(list), ...loadI32, ...set(row)],
    ...[...get(row), ...constant(4), ...MUL, ...get(scales), ...ADD],
    ...[...loadF32, ...PROMOTE, ...F64X2_SPLAT, ...set(scale)],
    ...[...get(row), ...get(half), ...MUL, ...get(nibbles), ...ADD, ...set(byte)],
    ...[...get(byte), ...get(half), ...ADD, ...set(byteEnd)],
    ...[...get(to), ...set(at)],
    ...repeat([...pairs, ...advance(at, 4 * LANES), ...advance(byte, LANES / 2)], byte, byteEnd),
    ...advance(list, 4),
  ];
  return functionBody(
    [
      [6, I32],
      [1, V128],
    ],
    [
      ...[...get(list), ...set(item), ...repeat(touch, item, end)],
      ...[...get(to), ...get(touched), ...storeI32],
      ...[...get(to), ...constant(0), ...get(half), ...constant(8), ...MUL, ...FILL],
      ...repeat(eachRow, list, end),
    ],
  );
}

/** Parameters as in `Kernel`. Sixteen elements at a time, through all words. */
function sumBody(): number[] {
  const [to, list, end, bytes] = [0, 1, 2, 3];
  const [toEnd, offset, item, from] = [4, 5, 6, 7];
  const sums = [8, 9, 10, 11];
  const eachWord = [
    ...[...get(item), ...loadI32, ...get(offset), ...ADD, ...set(from)],
    ...sums.flatMap((sum, i) => [
      ...[...get(sum), ...get(from), ...loadVector(16 * i), ...F32X4_ADD, ...set(sum)],
    ]),
    ...advance(item, 4),
  ];
  const eachBlock = [
    ...sums.flatMap((sum) => [...ZERO, ...F32X4_SPLAT, ...set(sum)]),
    ...[...get(list), ...set(item)],
    ...repeat(eachWord, item, end),
    ...sums.flatMap((sum, i) => [...get(to), ...get(sum), ...storeVector(16 * i)]),
    ...advance(to, 4 * LANES),
    ...advance(offset, 4 * LANES),
  ];
  return functionBody(
    [
      [4, I32],
      [4, V128],
    ],
    [...get(to), ...get(bytes), ...ADD, ...set(toEnd), ...repeat(eachBlock, to, toEnd)],
  );
}

function moduleBytes(): Uint8Array {
  const text = (s: string) => [s.length, ...[...s].map((c) => c.charCodeAt(0))];
  const type = (parameters: number) => [0x60, parameters, ...Array(parameters).fill(I32), 0];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [2, ...type(6), ...type(4)]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, 0, 1]),
    ...section(3, [2, 0, 1]),
    ...section(7, [2, ...text('unpack'), 0, 0, ...text('sum'), 0, 1]),
    ...section(10, [2, ...unpackBody(), ...sumBody()]),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function functionBody(locals: [number, number][], code: number[]): number[] {
  const body = [locals.length, ...locals.flat(), ...code, 0x0b];
  return [...unsigned(body.length), ...body];
}

function unsigned(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)];
}

function signed(n: number): number[] {
  return n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)];
}
