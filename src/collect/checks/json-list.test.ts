import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listBytes, listStart } from './json-list.ts';

const KEYS = ['claims', 'dataFeedElement'];

async function listOf(text: string, size: number): Promise<string | undefined> {
  const bytes = Buffer.from(text);
  const start = listStart(bytes, KEYS);
  if (start < 0) return undefined;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  }
  const parts: Uint8Array[] = [];
  for await (const part of listBytes(chunks(), start)) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('listStart and listBytes', () => {
  it('give what JSON.parse finds under the key', async () => {
    // Nothing of the surroundings may be a list under one of the keys, at the top.
    const around = fc
      .dictionary(fc.string(), fc.jsonValue())
      .map(({ claims: _, dataFeedElement: __, ...rest }) => rest);
    const list = fc.array(fc.jsonValue(), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(around, list, around, fc.nat(2), async (before, claims, after, gap) => {
        const inner = (value: object) => JSON.stringify(value, null, gap).slice(1, -1).trim();
        const parts = [inner(before), `"claims": ${JSON.stringify(claims)}`, inner(after)];
        const text = `{${parts.filter((part) => part !== '').join(', ')}}`;
        expect(await listOf(text, 1 + gap)).toBe(JSON.stringify(claims));
      }),
    );
  });

  it.each([
    ['{"a": {"claims": [1]}}', 'within another object'],
    ['{"a": "claims", "b": [1]}', 'as a value'],
    ['{"claims": {"a": [1]}}', 'an object under the key'],
    ['{"claims": 5, "a": [1]}', 'a number under the key'],
    ['["claims", [1]]', 'a list at the top'],
    ['{"x": "\\"claims\\": [1]"}', 'inside of a text'],
    ['', 'nothing'],
  ])('find nothing in %s (%s)', async (text) => {
    expect(await listOf(text, 3)).toBeUndefined();
  });

  it('give the rest of a list that is cut off', async () => {
    expect(await listOf('{"claims": [1, "]', 2)).toBe('[1, "]');
  });
});
