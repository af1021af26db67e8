import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../../pipeline/reading-data.ts';
import { openCueWords } from './cue-words.ts';

const shipped = openCueWords(shippedLexicon);
const open = (entries: unknown) => openCueWords(() => entries);

/** The lemma of a form, with its particle if one is given. */
function lemmaOf(form: string, particle?: string): string | undefined {
  const verb = shipped.verbs.get(form);
  return (particle === undefined ? verb?.plain : verb?.phrasal.get(particle))?.lemma;
}

describe('openCueWords', () => {
  it.each([
    ['said', 'say'],
    ['says', 'say'],
    ['saying', 'say'],
    ['told', 'tell'],
    ['denied', 'deny'],
    ['denies', 'deny'],
    ['slammed', 'slam'],
    ['slamming', 'slam'],
    ['quipped', 'quip'],
    ['admitting', 'admit'],
    ['agreeing', 'agree'],
    ['agreed', 'agree'],
    ['mocked', 'mock'],
    ['argues', 'argue'],
    ['arguing', 'argue'],
    ['announced', 'announce'],
    ['confesses', 'confess'],
    ['worried', 'worry'],
  ])('knows %s as a form of "%s"', (form, lemma) => {
    expect(lemmaOf(form)).toBe(lemma);
  });

  it('knows verbs with particles', () => {
    expect(lemmaOf('pointed', 'out')).toBe('point out');
    expect(lemmaOf('calls', 'for')).toBe('call for');
    expect(lemmaOf('pointed', 'at')).toBeUndefined();
  });

  it('tells the shapes of verbs', () => {
    const shape = (form: string) => shipped.verbs.get(form)?.shape;
    expect(['warn', 'warns', 'warning', 'warned'].map(shape)).toEqual([
      'base',
      'third',
      'gerund',
      'past',
    ]);
  });

  it('knows nouns in the plural, adjectives and hearsay', () => {
    expect(shipped.nouns.get('allegations')?.lemma).toBe('allegation');
    expect(shipped.nouns.get('worries')?.lemma).toBe('worry');
    expect(shipped.nouns.get('speeches')).toBeUndefined();
    expect(shipped.adjectives.get('confident')?.takes.has('clause')).toBe(true);
    expect(shipped.hearsay.has('reportedly')).toBe(true);
  });

  it('ships each entry once', () => {
    const { cues: entries } = shippedLexicon('cues', 'en') as {
      cues: { lemma: string; kind: string }[];
    };
    const keys = entries.map(({ lemma, kind }) => `${kind} ${lemma}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('ships a content, a preposition or a quotation for each verb, noun and adjective', () => {
    const { cues: entries } = shippedLexicon('cues', 'en') as {
      cues: { lemma: string; kind: string; takes?: string[]; prepositions?: string[] }[];
    };
    const idle = entries.filter(
      ({ kind, takes, prepositions }) =>
        (kind === 'verb' || kind === 'noun' || kind === 'adjective') &&
        (takes ?? []).length + (prepositions ?? []).length === 0,
    );
    expect(idle).toEqual([]);
  });

  it.each([
    ['no list', { lemma: 'say' }, /cues\.en\.json/],
    [
      'a polarity that there is none of',
      [{ lemma: 'say', kind: 'verb', polarity: 'loud' }],
      /polarity/,
    ],
    [
      'a content that there is none of',
      [{ lemma: 'say', kind: 'verb', polarity: 'says', takes: ['x'] }],
      /takes/,
    ],
    [
      'a field that is not known',
      [{ lemma: 'say', kind: 'verb', polarity: 'says', form: [] }],
      /form/,
    ],
    ['an empty lemma', [{ lemma: '', kind: 'verb', polarity: 'says' }], /lemma/],
  ])('refuses %s', (_, entries, message) => {
    const list = Array.isArray(entries) ? { cues: entries } : entries;
    expect(() => open(list)).toThrow(message);
  });
});
