import { describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { ID_BEGINNING, oneId } from './one-id.ts';
import { NotFound } from './operation.ts';

const holding = (...ids: string[]): Store =>
  ({
    idsLike: async (prefix: string, limit: number) =>
      ids.filter((id) => id.startsWith(prefix)).slice(0, limit),
  }) as unknown as Store;

describe('oneId', () => {
  const store = holding('abcd000000000001', 'abcd000000000002', 'ef01000000000003');

  it('gives the one id that begins so', async () => {
    expect(await oneId(store, 'ef01')).toBe('ef01000000000003');
    expect(await oneId(store, 'abcd000000000002')).toBe('abcd000000000002');
  });

  it('names all that begin so where they are more than one', async () => {
    const asked = oneId(store, 'abcd');
    await expect(asked).rejects.toThrow(NotFound);
    await expect(asked).rejects.toThrow(
      'abcd begins more than one id (abcd000000000001, abcd000000000002): give more digits',
    );
  });

  it('says that there is none', async () => {
    await expect(oneId(store, '0000')).rejects.toThrow(NotFound);
    await expect(oneId(store, '0000')).rejects.toThrow('begins with 0000');
  });
});

it.each([
  ['abcd', true],
  ['0123456789abcdef', true],
  ['abc', false],
  ['ABCD', false],
  ['0123456789abcdef0', false],
  ['abcd ef01', false],
  ['abcd\n', false],
  ['cartel', false],
])('ID_BEGINNING: %j is meant as an id: %s', (words, isId) => {
  expect(ID_BEGINNING.test(words)).toBe(isId);
});
