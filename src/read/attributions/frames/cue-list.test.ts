import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../../pipeline/reading-data.ts';
import { openCues } from './cue-list.ts';

describe('openCues', () => {
  it('opens the shipped lists, and finds their words', () => {
    const spanish = openCues(shippedLexicon, 'es');
    expect(spanish.verbs.get('advirtió')?.entry).toMatchObject({
      lemma: 'advertir',
      polarity: 'warns',
    });
    expect(spanish.nouns.get('afirmaciones')?.lemma).toBe('afirmación');
    expect(spanish.phrases.get('de')?.map(({ words }) => words.join(' '))).toContain(
      'de acuerdo con',
    );
    expect(spanish.phrases.get('dejó')?.map(({ words }) => words.join(' '))).toContain(
      'dejó claro',
    );
    const russian = openCues(shippedLexicon, 'ru');
    expect(russian.verbs.get('заявившего')?.entry.lemma).toBe('заявить');
    expect(russian.verbs.get('подчеркивает')?.entry.lemma).toBe('подчеркивать');
  });

  it('tries longer phrases first', () => {
    const entry = { kind: 'origin', polarity: 'says' };
    const list = { cues: [{ ...entry, lemma: 'a', forms: ['de', 'de acuerdo con', 'de parte'] }] };
    const { phrases } = openCues(() => list, 'es');
    expect(phrases.get('de')!.map(({ words }) => words.length)).toEqual([3, 2, 1]);
  });

  it('refuses an entry that is not as it must be, naming list and place', () => {
    const broken = { cues: [{ lemma: 'decir', kind: 'verb', polarity: 'murmurs' }] };
    expect(() => openCues(() => broken, 'es')).toThrow(/cues\.es\.json[\s\S]*cues\[0\]\.polarity/);
    expect(() => openCues(() => [], 'ru')).toThrow('cues.ru.json');
  });
});
