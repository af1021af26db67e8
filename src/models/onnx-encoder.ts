/**
 * An encoder in this process: an ONNX model run by transformers.js, an optional package that is
 * looked for when it is asked for. Rows are the mean of a text's token vectors, at length 1.
 *
 * One text a call: in a batch shorter texts are padded, and a quantised model then gives a text a
 * slightly different row for each neighbour, which the port forbids. On a CPU a batch gains little.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Encoder } from '../trace/encoder/encoder.ts';
import { encodeDistinct } from './distinct-texts.ts';
import { toUnitRow } from './unit-row.ts';

/** A variable, so that the compiler does not look for a package that need not be there. */
const PACKAGE: string = '@huggingface/transformers';
const PROBE = 'atalaya';

/** What is used of a tensor; its data is a typed array of floats for any model of this task. */
interface Tensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<unknown>;
}

/** Reads a text: one row of a model's token vectors' mean. */
type Extract = (
  text: string,
  options: { readonly pooling: 'mean'; readonly normalize: true },
) => Promise<Tensor>;

/** What is used of the package. */
export interface Transformers {
  readonly pipeline: (
    task: 'feature-extraction',
    model: string,
    options: { readonly local_files_only: boolean },
  ) => Promise<Extract>;
}

export interface OnnxOptions {
  /**
   * A folder with `config.json`, `tokenizer.json` and `onnx/model.onnx`, from which nothing is
   * downloaded; or the id of a model, which the package downloads once and keeps.
   */
  readonly model: string;
  readonly load?: () => Promise<Transformers>;
}

/** Loads the model and learns the width of its rows. Throws, saying what to do, where it cannot. */
export async function openOnnxEncoder(options: OnnxOptions): Promise<Encoder> {
  const { model } = options;
  const extract = await openModel(options);
  const rowOf = async (text: string, dims: number | undefined): Promise<Float32Array> =>
    rowIn(await extract(text, { pooling: 'mean', normalize: true }), model, dims);
  const { length: dims } = await rowOf(PROBE, undefined);
  return {
    id: `onnx:${model}/${dims}`,
    dims,
    encode: (texts) =>
      encodeDistinct(texts, dims, async (distinct, put) => {
        for (const [at, text] of distinct.entries()) put(at, await rowOf(text, dims));
      }),
  };
}

async function openModel({ model, load = importPackage }: OnnxOptions): Promise<Extract> {
  const transformers = await load();
  const isFolder = existsSync(model);
  try {
    return await transformers.pipeline('feature-extraction', isFolder ? resolve(model) : model, {
      local_files_only: isFolder,
    });
  } catch (cause) {
    const advice = isFolder
      ? 'the folder needs config.json, tokenizer.json and onnx/model.onnx'
      : 'there is no such folder, and it could not be downloaded as a model of that id';
    const why = (cause as Error).message;
    throw new Error(`the model "${model}" of ATALAYA_ENCODER cannot be opened: ${advice} (${why})`);
  }
}

async function importPackage(): Promise<Transformers> {
  try {
    return await import(PACKAGE);
  } catch (cause) {
    throw new Error(
      `ATALAYA_ENCODER names an ONNX model, and ${PACKAGE} is not installed beside Atalaya: run npm install --no-save --onnxruntime-node-install=skip ${PACKAGE} there, or unset ATALAYA_ENCODER`,
      { cause },
    );
  }
}

function rowIn({ dims, data }: Tensor, model: string, expected: number | undefined): Float32Array {
  const width = dims.at(-1) ?? 0;
  const isRow = dims.length === 2 && dims[0] === 1 && width > 0 && data.length === width;
  if (!isRow || width !== (expected ?? width)) {
    const wanted = expected === undefined ? 'one row' : `one row of ${expected}`;
    throw new Error(`the model "${model}" gave a tensor ${dims.join(' × ')}, not ${wanted}`);
  }
  const row = new Float32Array(width);
  const wrong = toUnitRow(data, row);
  if (wrong >= 0) throw new Error(`the model "${model}" gave ${data[wrong]} as number ${wrong}`);
  return row;
}
