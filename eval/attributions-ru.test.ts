import { describe, expect, it } from 'vitest';
import type { FoundAttribution } from '../src/read/attributions/found.ts';
import { attributionsRu, scoreSentences } from './attributions-ru.ts';
import type { TokenSentence } from './token-table.ts';

const SENTENCE: TokenSentence = {
  id: '1',
  text: 'X said a b',
  tokens: [
    { begin: 0, end: 1 },
    { begin: 2, end: 6 },
    { begin: 7, end: 8 },
    { begin: 9, end: 10 },
  ],
  roles: ['source', 'cue', 'content', 'content'],
};
const FOUND: FoundAttribution = {
  source: { begin: 0, end: 1 },
  cue: { begin: 2, end: 6 },
  cueLemma: 'say',
  content: [{ begin: 7, end: 8 }],
  mode: 'indirect',
  accordingTo: false,
};

describe('scoreSentences', () => {
  it('counts tokens of all sentences together', () => {
    const silent = { ...SENTENCE, id: '2', roles: [undefined, undefined, undefined, undefined] };
    const answer = scoreSentences([SENTENCE, silent], () => [FOUND]);
    expect(answer.kind === 'measured' && answer.figures).toEqual({
      token: { source: { f1: 2 / 3 }, cue: { f1: 2 / 3 }, content: { f1: 0.5 } },
      sentence: { f1: 2 / 3 },
      sentences: 2,
    });
  });

  it('has no figure where there is nothing to find', () => {
    const silent = { ...SENTENCE, roles: [undefined, undefined, undefined, undefined] };
    const answer = scoreSentences([silent], () => []);
    expect(answer.kind === 'measured' && answer.figures['sentence']).toEqual({ f1: null });
  });
});

describe('attributionsRu', () => {
  it('says what it expected where there is no file', async () => {
    expect(await attributionsRu.run('/nowhere.tsv')).toMatchObject({ kind: 'absent' });
  });
});
