import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../domain/exports.ts';
import { RECORDS } from '../../export/tables/invented-records.fixture.ts';
import { KIND_NAMES, type KindName, kindOf } from './kinds.ts';
import { type Order, piecesByThread } from './thread.ts';

const OPTIONS: Order['options'] = {
  ...{ table: undefined, network: 'publishers', tlp: 'clear' },
  ...{ checker: undefined, checkerUrl: undefined },
};

async function* given(times: number): AsyncGenerator<ExportRecord> {
  for (let i = 0; i < times; i++) yield* RECORDS;
}

async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

const onOne = (name: KindName, times: number): Promise<Buffer> => {
  const options = { ...OPTIONS, tellReviews: () => undefined };
  return bytesOf(kindOf(name).exporter(options)(given(times)));
};

describe('piecesByThread', () => {
  it.each(KIND_NAMES.filter((name) => name !== 'claimreview'))(
    'writes %s as one thread does',
    async (name) => {
      const there = await bytesOf(piecesByThread({ name, options: OPTIONS }, given(1)));
      expect(there.equals(await onOne(name, 1))).toBe(true);
    },
  );

  it('keeps the order over many batches', async () => {
    const there = await bytesOf(piecesByThread({ name: 'jsonl', options: OPTIONS }, given(60)));
    expect(there.equals(await onOne('jsonl', 60))).toBe(true);
  });

  it('passes on what breaks the making or the reading', async () => {
    const unknown = piecesByThread(
      { name: 'csv', options: { ...OPTIONS, table: 'none' } },
      given(1),
    );
    await expect(bytesOf(unknown)).rejects.toThrow('the thread that writes the export stopped');
    async function* broken(): AsyncGenerator<ExportRecord> {
      yield* RECORDS;
      throw new Error('the desk is gone');
    }
    const half = piecesByThread({ name: 'jsonl', options: OPTIONS }, broken());
    await expect(bytesOf(half)).rejects.toThrow('the desk is gone');
  });
});
