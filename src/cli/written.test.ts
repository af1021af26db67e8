import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDevice, writePieces } from './written.ts';

async function* piecesOf(...pieces: (string | Uint8Array)[]) {
  yield* pieces;
}

describe('writePieces', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atalaya-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes text and bytes in their order, into folders that are not there yet', async () => {
    const file = join(folder, 'a', 'b.json');
    await writePieces(file, piecesOf('{"a":', Buffer.from('"ñ"'), '', '}'));
    expect(await readFile(file, 'utf8')).toBe('{"a":"ñ"}');
    expect(await readdir(join(folder, 'a'))).toEqual(['b.json']);
  });

  it('writes an empty document', async () => {
    await writePieces(join(folder, 'empty'), piecesOf());
    expect(await readFile(join(folder, 'empty'), 'utf8')).toBe('');
  });

  it('leaves what was there where the making breaks off', async () => {
    const file = join(folder, 'kept');
    await writePieces(file, piecesOf('old'));
    async function* broken() {
      yield 'new';
      throw new Error('the desk is gone');
    }
    await expect(writePieces(file, broken())).rejects.toThrow('the desk is gone');
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['kept']);
  });

  it('tells devices from files', () => {
    expect(isDevice('/dev/null')).toBe(true);
    expect(isDevice(folder)).toBe(false);
    expect(isDevice(join(folder, 'none'))).toBe(false);
  });
});
