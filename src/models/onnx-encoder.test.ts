import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOnnxEncoder, type Transformers } from './onnx-encoder.ts';
import { standInTransformers } from './stand-in.fixture.ts';

/** The package with a model that gives this tensor, at the first call and at the second. */
const giving =
  (...tensors: { dims: number[]; data: ArrayLike<unknown> }[]) =>
  async (): Promise<Transformers> => ({ pipeline: async () => async () => tensors.shift()! });

const ROW = { dims: [1, 2], data: [3, 4] };

describe('openOnnxEncoder', () => {
  it('names model and width in the id', async () => {
    const { load } = standInTransformers();
    expect(await openOnnxEncoder({ model: 'a/b', load })).toMatchObject({
      id: 'onnx:a/b/64',
      dims: 64,
    });
  });

  it('opens a folder as it is, and lets the package look for anything else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atalaya-onnx-'));
    const { load, opened } = standInTransformers();
    await openOnnxEncoder({ model: folder, load });
    await openOnnxEncoder({ model: 'some/model', load });
    expect(opened).toMatchObject([
      { model: folder, localOnly: true },
      { model: 'some/model', localOnly: false },
    ]);
    rmSync(folder, { recursive: true });
  });

  it('reads each readable text once, one a call', async () => {
    const { load, opened } = standInTransformers();
    const encoder = await openOnnxEncoder({ model: 'm', load });
    opened[0]!.texts.length = 0;
    await encoder.encode(['a', '', 'b', 'a', 'x'.repeat(5000)]);
    expect(opened[0]!.texts).toEqual(['a', 'b', 'x'.repeat(4000)]);
  });

  it('says what to install where the package is not there', async () => {
    await expect(openOnnxEncoder({ model: 'm' })).rejects.toThrow(
      /@huggingface\/transformers is not installed .* npm install --no-save --onnxruntime-node-install=skip @huggingface\/transformers/,
    );
  });

  it('says what a folder needs, or that there is none', async () => {
    const load = async (): Promise<Transformers> => ({
      pipeline: () => Promise.reject(new Error('no config.json')),
    });
    await expect(openOnnxEncoder({ model: tmpdir(), load })).rejects.toThrow(
      `the model "${tmpdir()}" of ATALAYA_ENCODER cannot be opened: the folder needs config.json, tokenizer.json and onnx/model.onnx (no config.json)`,
    );
    await expect(openOnnxEncoder({ model: 'no/such', load })).rejects.toThrow(
      'there is no such folder, and it could not be downloaded',
    );
  });

  it.each([
    ['token vectors', { dims: [1, 5, 2], data: new Array(10).fill(1) }, 'a tensor 1 × 5 × 2'],
    ['two rows', { dims: [2, 2], data: [1, 2, 3, 4] }, 'a tensor 2 × 2'],
    ['no width', { dims: [1, 0], data: [] }, 'a tensor 1 × 0'],
    ['no shape', { dims: [], data: [] }, 'a tensor , not one row'],
    ['fewer numbers than it says', { dims: [1, 2], data: [1] }, 'a tensor 1 × 2'],
    ['whole numbers of 64 bits', { dims: [1, 1], data: [1n] }, 'gave 1 as number 0'],
    ['no number', { dims: [1, 2], data: [1, Number.NaN] }, 'gave NaN as number 1'],
  ])('refuses a model that gives %s', async (_, tensor, message) => {
    await expect(openOnnxEncoder({ model: 'm', load: giving(tensor) })).rejects.toThrow(message);
  });

  it('refuses a row of another width than the first', async () => {
    const load = giving(ROW, { dims: [1, 3], data: [1, 2, 3] });
    const encoder = await openOnnxEncoder({ model: 'm', load });
    await expect(encoder.encode(['a'])).rejects.toThrow('gave a tensor 1 × 3, not one row of 2');
  });
});
