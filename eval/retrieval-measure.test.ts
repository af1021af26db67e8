import { describe, expect, it } from 'vitest';
import { retrievalMeasure } from './retrieval-measure.ts';

const figures = { accuracy1: { 'es-en': 0.5 }, recall10: { 'es-en': 0.75 }, candidates: 4 };
const measure = retrievalMeasure(async () => figures);

describe('retrievalMeasure', () => {
  it('draws what the program found', async () => {
    const answer = await measure.run(new URL(import.meta.url).pathname);
    expect(answer).toMatchObject({ kind: 'measured', figures });
    expect(answer.kind === 'measured' && answer.table).toMatch(/es-en +0\.5000 +0\.7500\n4 cand/);
  });
  it('says where it looked', async () => {
    expect(await measure.run('/nowhere.tsv')).toMatchObject({ place: '/nowhere.tsv' });
  });
});
