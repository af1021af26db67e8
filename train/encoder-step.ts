/**
 * One step of training the static encoder.
 *
 * Definition: u = normalise(Σ rows of the words). Loss: the mean of two cross-entropies, of
 * softmax(u_i · v_j / τ) over j and over i with the pair itself as the answer; the same string met
 * twice in a batch is no wrong answer and is masked (in-batch negatives: M. Henderson et al. 2017,
 * https://arxiv.org/abs/1705.00652). Rows move by row-wise Adagrad: one step size a row, from the
 * mean square of its gradients (J. Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html).
 *
 * O(batch² × dims + words × rows a word × dims); all buffers are in the kernel's memory.
 */
import { type Kernel, openKernel } from './kernel.ts';
import type { Samples } from './samples.ts';

export interface StepOptions {
  readonly rows: number;
  readonly dims: number;
  readonly batch: number;
  readonly temperature: number;
  readonly rate: number;
}

/** Words of one batch, counted with repetition, stay below batch × 2 × this. */
const MAX_WORDS_A_STRING = 64;
const EPSILON = 1e-12;

/** Offsets into `floats`, in floats. */
interface Layout {
  readonly table: number;
  readonly gradient: number;
  readonly words: number;
  readonly wordGradient: number;
  readonly left: number;
  readonly right: number;
  readonly leftGradient: number;
  readonly rightGradient: number;
  readonly scores: number;
  readonly transposed: number;
  readonly panel: number;
  readonly size: number;
}

export class EncoderTrainer {
  private readonly kernel: Kernel;
  private readonly samples: Samples;
  private readonly options: StepOptions;
  private readonly layout: Layout;
  private readonly squares: Float32Array;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private readonly slotOf: Int32Array;
  private readonly slotWords: Int32Array;
  private readonly lengths: Float64Array;

  private constructor(kernel: Kernel, samples: Samples, options: StepOptions, layout: Layout) {
    this.kernel = kernel;
    this.samples = samples;
    this.options = options;
    this.layout = layout;
    this.squares = new Float32Array(options.rows);
    this.touched = new Int32Array(options.rows);
    this.isTouched = new Uint8Array(options.rows);
    this.slotOf = new Int32Array(samples.rowStarts.length - 1).fill(-1);
    this.slotWords = new Int32Array(options.batch * 2 * MAX_WORDS_A_STRING);
    this.lengths = new Float64Array(options.batch * 2);
  }

  /** Rows start as small random vectors, so that unseen n-grams are random projections. */
  static async open(
    samples: Samples,
    options: StepOptions,
    chance: () => number,
  ): Promise<EncoderTrainer> {
    const layout = layOut(options);
    const trainer = new EncoderTrainer(await openKernel(layout.size * 4), samples, options, layout);
    const { floats } = trainer.kernel;
    const scale = Math.sqrt(3 / options.dims);
    const end = layout.table + options.rows * options.dims;
    for (let i = layout.table; i < end; i++) floats[i] = (2 * chance() - 1) * scale;
    return trainer;
  }

  /** The table, row-major; a view. */
  table(): Float32Array {
    const { rows, dims } = this.options;
    return this.kernel.floats.subarray(this.layout.table, this.layout.table + rows * dims);
  }

  /** Learns from one batch of string numbers; returns the loss before the step. */
  step(left: Int32Array, right: Int32Array): number {
    const { batch } = this.options;
    const slots = this.openSlots(left, right);
    this.embed(left, this.layout.left, 0);
    this.embed(right, this.layout.right, batch);
    this.score();
    const loss = this.differentiateScores(left, right);
    this.differentiateVectors();
    this.spread(left, this.layout.left, this.layout.leftGradient, 0);
    this.spread(right, this.layout.right, this.layout.rightGradient, batch);
    this.update(slots);
    return loss;
  }

  /** Numbers the distinct words of the batch and sums their rows. */
  private openSlots(left: Int32Array, right: Int32Array): number {
    const { samples, kernel, layout, slotOf, slotWords } = this;
    const { dims } = this.options;
    const { floats } = kernel;
    let slots = 0;
    for (const side of [left, right]) {
      for (const string of side) {
        for (let i = samples.starts[string]!; i < samples.starts[string + 1]!; i++) {
          const word = samples.words[i]!;
          if (slotOf[word] !== -1) continue;
          slotOf[word] = slots;
          slotWords[slots] = word;
          const at = layout.words + slots * dims;
          floats.fill(0, at, at + dims);
          const gradient = layout.wordGradient + slots * dims;
          floats.fill(0, gradient, gradient + dims);
          for (let r = samples.rowStarts[word]!; r < samples.rowStarts[word + 1]!; r++) {
            kernel.axpy(at * 4, (layout.table + samples.rows[r]! * dims) * 4, 1, dims);
          }
          slots++;
        }
      }
    }
    return slots;
  }

  private embed(strings: Int32Array, out: number, lengthsAt: number): void {
    const { samples, kernel, layout, slotOf } = this;
    const { dims } = this.options;
    const { floats } = kernel;
    for (let b = 0; b < strings.length; b++) {
      const at = out + b * dims;
      floats.fill(0, at, at + dims);
      for (let i = samples.starts[strings[b]!]!; i < samples.starts[strings[b]! + 1]!; i++) {
        const slot = slotOf[samples.words[i]!]!;
        kernel.axpy(at * 4, (layout.words + slot * dims) * 4, 1, dims);
      }
      let sum = EPSILON;
      for (let d = at; d < at + dims; d++) sum += floats[d]! * floats[d]!;
      const length = Math.sqrt(sum);
      for (let d = at; d < at + dims; d++) floats[d] = floats[d]! / length;
      this.lengths[lengthsAt + b] = length;
    }
  }

  /** scores = left · rightᵀ. */
  private score(): void {
    const { batch, dims } = this.options;
    this.transpose(this.layout.right, batch, dims);
    this.multiply(this.layout.left, this.layout.transposed, this.layout.scores, batch, dims, batch);
  }

  /** Turns the scores into the loss's derivative by them; returns the loss. */
  private differentiateScores(left: Int32Array, right: Int32Array): number {
    const { batch, temperature } = this.options;
    const { floats } = this.kernel;
    const base = this.layout.scores;
    const rowSums = new Float64Array(batch);
    const columnSums = new Float64Array(batch);
    const own = new Float64Array(batch);
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < batch; j++) {
        const at = base + i * batch + j;
        const masked = i !== j && (left[i] === left[j] || right[i] === right[j]);
        // |cosine| ≤ 1 keeps the exponent within 1/τ: no running maximum is needed.
        const e = masked ? 0 : Math.exp((floats[at]! - 1) / temperature);
        floats[at] = e;
        rowSums[i]! += e;
        columnSums[j]! += e;
      }
      own[i] = floats[base + i * batch + i]!;
    }
    const scale = 1 / (2 * batch * temperature);
    let loss = 0;
    for (let i = 0; i < batch; i++) {
      const row = 1 / rowSums[i]!;
      for (let j = 0; j < batch; j++) {
        const at = base + i * batch + j;
        floats[at] = floats[at]! * (row + 1 / columnSums[j]!) * scale;
      }
      floats[base + i * batch + i]! -= 2 * scale;
      loss -= Math.log((own[i]! / rowSums[i]!) * (own[i]! / columnSums[i]!)) / (2 * batch);
    }
    return loss;
  }

  private differentiateVectors(): void {
    const { batch, dims } = this.options;
    const { scores, left, right, leftGradient, rightGradient, transposed } = this.layout;
    this.multiply(scores, right, leftGradient, batch, batch, dims);
    this.transpose(scores, batch, batch);
    this.multiply(transposed, left, rightGradient, batch, batch, dims);
  }

  /** Through the normalisation, into the words. */
  private spread(strings: Int32Array, unit: number, gradient: number, lengthsAt: number): void {
    const { samples, kernel, layout, slotOf } = this;
    const { dims } = this.options;
    const { floats } = kernel;
    for (let b = 0; b < strings.length; b++) {
      const u = unit + b * dims;
      const g = gradient + b * dims;
      let along = 0;
      for (let d = 0; d < dims; d++) along += floats[u + d]! * floats[g + d]!;
      kernel.axpy(g * 4, u * 4, -along, dims);
      const scale = 1 / this.lengths[lengthsAt + b]!;
      for (let i = samples.starts[strings[b]!]!; i < samples.starts[strings[b]! + 1]!; i++) {
        const slot = slotOf[samples.words[i]!]!;
        kernel.axpy((layout.wordGradient + slot * dims) * 4, g * 4, scale, dims);
      }
    }
  }

  /** Gathers gradients by row, moves the rows, and leaves all scratch clean. */
  private update(slots: number): void {
    const { samples, kernel, layout, touched, isTouched, squares } = this;
    const { dims, rate } = this.options;
    const { floats } = kernel;
    let count = 0;
    for (let slot = 0; slot < slots; slot++) {
      const word = this.slotWords[slot]!;
      this.slotOf[word] = -1;
      const gradient = (layout.wordGradient + slot * dims) * 4;
      for (let r = samples.rowStarts[word]!; r < samples.rowStarts[word + 1]!; r++) {
        const row = samples.rows[r]!;
        if (isTouched[row] === 0) {
          isTouched[row] = 1;
          touched[count++] = row;
        }
        kernel.axpy((layout.gradient + row * dims) * 4, gradient, 1, dims);
      }
    }
    for (let t = 0; t < count; t++) {
      const row = touched[t]!;
      const g = layout.gradient + row * dims;
      let square = 0;
      for (let d = g; d < g + dims; d++) square += floats[d]! * floats[d]!;
      squares[row]! += square / dims;
      const step = -rate / Math.sqrt(squares[row]! + EPSILON);
      kernel.axpy((layout.table + row * dims) * 4, g * 4, step, dims);
      floats.fill(0, g, g + dims);
      isTouched[row] = 0;
    }
  }

  private transpose(from: number, rows: number, columns: number): void {
    const { floats } = this.kernel;
    const to = this.layout.transposed;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) floats[to + j * rows + i] = floats[from + i * columns + j]!;
    }
  }

  /** C[m × k] = A[m × n] · B[n × k]; m a multiple of 4, k of 8. */
  private multiply(a: number, b: number, c: number, m: number, n: number, k: number): void {
    const { kernel } = this;
    const { floats } = kernel;
    const { panel } = this.layout;
    for (let column = 0; column < k; column += 8) {
      for (let j = 0; j < n; j++) {
        const from = b + j * k + column;
        for (let q = 0; q < 8; q++) floats[panel + j * 8 + q] = floats[from + q]!;
      }
      for (let i = 0; i < m; i += 4) {
        kernel.tile((a + i * n) * 4, n * 4, panel * 4, (c + i * k + column) * 4, k * 4, n);
      }
    }
  }
}

function layOut({ rows, dims, batch }: StepOptions): Layout {
  let at = 0;
  const take = (size: number): number => {
    const from = at;
    at += size;
    return from;
  };
  const wordRows = batch * 2 * MAX_WORDS_A_STRING;
  return {
    table: take(rows * dims),
    gradient: take(rows * dims),
    words: take(wordRows * dims),
    wordGradient: take(wordRows * dims),
    left: take(batch * dims),
    right: take(batch * dims),
    leftGradient: take(batch * dims),
    rightGradient: take(batch * dims),
    scores: take(batch * batch),
    transposed: take(batch * Math.max(batch, dims)),
    panel: take(8 * Math.max(batch, dims)),
    get size() {
      return at;
    },
  };
}
