import { describe, expect, it } from 'vitest';
import { READ_LANGUAGES } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { eventLexiconSchema, openEventLexicon, unknownClass } from './event-lexicon.ts';
import { openPositionLexicon } from './position-lexicon.ts';

describe.each(READ_LANGUAGES)('events.%s.json', (language) => {
  const file = eventLexiconSchema.parse(shippedLexicon('events', language));

  it('is well formed and names no class that it does not list', () => {
    expect(unknownClass(file)).toBeUndefined();
    expect(() => openEventLexicon(shippedLexicon, language)).not.toThrow();
  });

  it('lists every word and every class word once in its list', () => {
    const lists = [
      ...file.verbs.map(({ words }) => words),
      ...file.nouns.map(({ words }) => words),
      ...Object.values(file.classes),
    ];
    expect(lists.filter((words) => new Set(words).size < words.length)).toEqual([]);
  });

  it('is in lower case, as the words are looked up', () => {
    const words = [...file.verbs, ...file.nouns].flatMap((entry) => entry.words);
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });

  it('has a way to expel, recall, reject, meet, aid, agree, protest, attack and investigate', () => {
    const kinds = new Set(file.verbs.flatMap(({ senses }) => senses ?? []).map(({ kind }) => kind));
    const owed =
      'expel recall accuse reject meet host consult sanction aid agree protest assault investigate state staff-change parade visit condemn sour';
    expect(owed.split(' ').filter((kind) => !kinds.has(kind as never))).toEqual([]);
  });
});

describe.each(READ_LANGUAGES)('positions.%s.json', (language) => {
  it('is well formed and knows the three stances', () => {
    const { stanceOf, predicates } = openPositionLexicon(shippedLexicon, language);
    const stances = [...stanceOf.values(), ...predicates].map(({ stance }) => stance);
    expect(new Set(stances)).toEqual(new Set(['supports', 'opposes', 'neutral']));
  });
});

describe('damaged lists', () => {
  const shipped = (): Record<string, unknown> =>
    structuredClone(shippedLexicon('events', 'en')) as Record<string, unknown>;

  it('are refused with list, place and fault', () => {
    const broken = {
      ...shipped(),
      verbs: [{ words: ['x'], senses: [{ type: 'EAT', kind: 'x' }] }],
    };
    expect(() => openEventLexicon(() => broken, 'en')).toThrow(/events\.en\.json is damaged/);
    expect(() => openPositionLexicon(() => ({}), 'es')).toThrow(/positions\.es\.json is damaged/);
  });

  it('are refused where a sense names a class that is missing', () => {
    const broken = { ...shipped(), classes: { troops: ['troops'] } };
    expect(() => openEventLexicon(() => broken, 'en')).toThrow(
      /names the class ".+", which it does/,
    );
  });
});
