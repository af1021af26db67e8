import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from './list.ts';

describe('ENTRIES', () => {
  it('have a name of their own each', () => {
    const ids = ENTRIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name what eval and bench know', () => {
    const known = {
      eval: readFileSync(new URL('../main.ts', import.meta.url), 'utf8'),
      bench: readFileSync(new URL('../../bench/call.ts', import.meta.url), 'utf8'),
    };
    for (const { command } of ENTRIES) {
      const [script, name] = command;
      const words = name!
        .split('-')
        .map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1)));
      expect(known[script], name).toMatch(new RegExp(`\\b${words.join('')}`));
    }
  });

  it('ask for figures of one place each', () => {
    for (const { figures, id } of ENTRIES) {
      const places = figures.map(({ at }) => at.join(' '));
      expect(places.length, id).toBeGreaterThan(0);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});
