import { describe, expect, it } from 'vitest';
import { lossesOf } from './loss.ts';
import type { PlantedCorpus } from './planting.ts';
import { readTico } from './tico.ts';

const rows = readTico();
const text = (language: 'en' | 'es', begin: number) =>
  rows
    .slice(begin, begin + 4)
    .map(({ cells }) => cells[language])
    .join(' ');
/** Row 1 is row 0 in Spanish; row 2 is of another document. */
const articles = [
  { text: text('en', 300), language: 'en' },
  { text: text('es', 300), language: 'es' },
  { text: text('es', 1500), language: 'es' },
];
const corpus: PlantedCorpus = {
  text: (row) => articles[row]!.text,
  language: (row) => articles[row]!.language,
  domain: () => '',
  plant: () => undefined,
  isReal: () => true,
};

describe('lossesOf', () => {
  it('tells what was never compared from what was not recognised', () => {
    const missed = (echo: number) => ({ origin: 0, echo, kind: 'translated' }) as const;
    expect(lossesOf(corpus, [])).toEqual({ candidates: 0, comparison: 0 });
    expect(lossesOf(corpus, [missed(1)])).toEqual({ candidates: 1, comparison: 0 });
    expect(lossesOf(corpus, [missed(1), missed(2)])).toEqual({ candidates: 1, comparison: 1 });
  });
});
