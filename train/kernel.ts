/**
 * The two inner loops of training as WebAssembly SIMD, assembled here because no compiler is needed
 * for 40 instructions: `axpy` adds a multiple of one vector to another, `tile` computes a 4 × 8
 * block of a matrix product (12.9 billion multiply-adds a second on one core), the same to the last
 * bit on every machine, since no operations are fused.
 */
const PAGE = 65536;

/** Byte addresses are in the shared memory; counts are of 32-bit floats. */
export interface Kernel {
  readonly floats: Float32Array;
  /** dst += scale × src; `n` a multiple of 16. */
  axpy(dst: number, src: number, scale: number, n: number): void;
  /**
   * C[4 × 8] = A[4 × n] · B[n × 8]; rows of A are `lda` bytes apart, rows of C `ldc` bytes apart,
   * B is contiguous.
   */
  tile(a: number, lda: number, b: number, c: number, ldc: number, n: number): void;
}

/** What we use of it; the compiler's library for servers does not declare it. */
const wasm = (globalThis as unknown as { readonly WebAssembly: WebAssemblyGlobal }).WebAssembly;
interface WebAssemblyGlobal {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ readonly instance: { readonly exports: Omit<Kernel, 'floats'> } }>;
}

const get = (i: number) => [0x20, i];
const set = (i: number) => [0x21, i];
const constant = (n: number) => [0x41, ...signed(n)];
const ADD = [0x6a];
const MUL = [0x6c];
const LESS = [0x49];
const load = (offset: number) => [0xfd, 0x00, 4, ...unsigned(offset)];
const splatLoad = [0xfd, 0x09, 2, 0];
const store = (offset: number) => [0xfd, 0x0b, 4, ...unsigned(offset)];
const SPLAT = [0xfd, 0x13];
const F_ADD = [0xfd, 0xe4, 0x01];
const F_MUL = [0xfd, 0xe6, 0x01];
const advance = (local: number, bytes: number) => [
  ...get(local),
  ...constant(bytes),
  ...ADD,
  ...set(local),
];
/** Repeats while local `at` is below local `end`. */
const repeat = (body: number[], at: number, end: number) => [
  ...[0x03, 0x40],
  ...body,
  ...[...get(at), ...get(end), ...LESS, 0x0d, 0x00, 0x0b],
];

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;

/** Parameters 0 dst, 1 src, 2 scale, 3 n; locals 4 end, 5 scale in all lanes. */
function axpyBody(): number[] {
  const step = [0, 16, 32, 48].flatMap((offset) => [
    ...get(0),
    ...[...get(0), ...load(offset)],
    ...[...get(1), ...load(offset), ...get(5), ...F_MUL],
    ...F_ADD,
    ...store(offset),
  ]);
  return functionBody(
    [
      [1, I32],
      [1, V128],
    ],
    [
      ...[...get(2), ...SPLAT, ...set(5)],
      ...[...get(3), ...constant(4), ...MUL, ...get(1), ...ADD, ...set(4)],
      ...repeat([...step, ...advance(0, 64), ...advance(1, 64)], 1, 4),
    ],
  );
}

/** Parameters 0 a, 1 lda, 2 b, 3 c, 4 ldc, 5 n; locals 6–8 rows of A, 9 end, 10–17 sums, 18–20. */
function tileBody(): number[] {
  const rows = [0, 6, 7, 8];
  const [B0, B1, S] = [18, 19, 20];
  const step = rows.flatMap((row, r) => [
    ...[...get(row), ...splatLoad, ...set(S)],
    ...[...get(10 + 2 * r), ...get(S), ...get(B0), ...F_MUL, ...F_ADD, ...set(10 + 2 * r)],
    ...[...get(11 + 2 * r), ...get(S), ...get(B1), ...F_MUL, ...F_ADD, ...set(11 + 2 * r)],
    ...advance(row, 4),
  ]);
  const nextRow = (from: number, to: number) => [...get(from), ...get(1), ...ADD, ...set(to)];
  const stores = rows.flatMap((_, r) => [
    ...[...get(3), ...get(10 + 2 * r), ...store(0)],
    ...[...get(3), ...get(11 + 2 * r), ...store(16)],
    ...[...get(3), ...get(4), ...ADD, ...set(3)],
  ]);
  return functionBody(
    [
      [4, I32],
      [11, V128],
    ],
    [
      ...[...nextRow(0, 6), ...nextRow(6, 7), ...nextRow(7, 8)],
      ...[...get(5), ...constant(4), ...MUL, ...get(0), ...ADD, ...set(9)],
      ...repeat(
        [
          ...[...get(2), ...load(0), ...set(B0), ...get(2), ...load(16), ...set(B1)],
          ...step,
          ...advance(2, 32),
        ],
        0,
        9,
      ),
      ...stores,
    ],
  );
}

/** A kernel over at least `bytes` of zeroed memory. */
export async function openKernel(bytes: number): Promise<Kernel> {
  const pages = Math.ceil(bytes / PAGE);
  const memory = new wasm.Memory({ initial: pages });
  const { instance } = await wasm.instantiate(moduleBytes(pages), { m: { m: memory } });
  const { axpy, tile } = instance.exports;
  return { floats: new Float32Array(memory.buffer), axpy, tile };
}

function moduleBytes(pages: number): Uint8Array<ArrayBuffer> {
  const text = (s: string) => [s.length, ...[...s].map((c) => c.charCodeAt(0))];
  const type = (parameters: number[]) => [0x60, parameters.length, ...parameters, 0];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [2, ...type([I32, I32, F32, I32]), ...type([I32, I32, I32, I32, I32, I32])]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, 0, ...unsigned(pages)]),
    ...section(3, [2, 0, 1]),
    ...section(7, [2, ...text('axpy'), 0, 0, ...text('tile'), 0, 1]),
    ...section(10, [2, ...axpyBody(), ...tileBody()]),
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
