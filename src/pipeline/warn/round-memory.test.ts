import { describe, expect, it } from 'vitest';
import { Recalled } from './round-memory.ts';

const HOUR = 3_600_000;

describe('Recalled', () => {
  const asked: string[] = [];
  const ask = (recalled: Recalled<string>, key: string, now: number): Promise<string> =>
    recalled.get(key, now, async () => {
      asked.push(key);
      return `${key} at ${now}`;
    });

  it('gives what it knows for three hours, then asks anew', async () => {
    asked.length = 0;
    const recalled = new Recalled<string>(10, () => 1);
    expect(await ask(recalled, 'a', 0)).toBe('a at 0');
    expect(await ask(recalled, 'a', 3 * HOUR - 1)).toBe('a at 0');
    expect(recalled.peek('a', 3 * HOUR)).toBeUndefined();
    expect(await ask(recalled, 'a', 3 * HOUR)).toBe(`a at ${3 * HOUR}`);
    expect(asked).toEqual(['a', 'a']);
  });

  it('forgets the oldest where all together weigh too much, and never what it was just told', async () => {
    const recalled = new Recalled<string>(10, (value) => (value.startsWith('heavy') ? 20 : 4));
    for (const key of ['a', 'b', 'c']) await ask(recalled, key, 0);
    expect(['a', 'b', 'c'].map((key) => recalled.peek(key, 0) !== undefined)).toEqual([
      ...[false, true, true],
    ]);
    await ask(recalled, 'heavy', 0);
    expect(recalled.peek('heavy', 0)).toBe('heavy at 0');
    expect(recalled.peek('c', 0)).toBeUndefined();
    recalled.clear();
    expect(recalled.peek('heavy', 0)).toBeUndefined();
  });

  it('keeps nothing of what failed', async () => {
    const recalled = new Recalled<string>(10, () => 1);
    const failing = recalled.get('a', 0, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ask(recalled, 'a', 0)).toBe('a at 0');
  });
});
