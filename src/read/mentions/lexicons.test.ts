import { describe, expect, it } from 'vitest';
import { READ_LANGUAGES } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { openGazetteer, organisationsSchema, placesSchema } from './gazetteer.ts';
import { forenamesSchema, headsSchema } from './heads.ts';
import { openStates, statesSchema } from './states.ts';
import { titlesSchema } from './titles.ts';

const SCHEMAS = {
  states: statesSchema,
  organisations: organisationsSchema,
  places: placesSchema,
  titles: titlesSchema,
  heads: headsSchema,
  forenames: forenamesSchema,
} as const;

describe.each(READ_LANGUAGES)('the shipped lists of %s', (language) => {
  it.each(Object.entries(SCHEMAS))('%s follow their schema', (kind, schema) => {
    const answer = schema.safeParse(shippedLexicon(kind, language));
    expect(answer.error?.issues ?? []).toEqual([]);
  });

  it('name each state once, and the same states in all languages', () => {
    const codes = openStates(shippedLexicon, language).entries.map(({ code }) => code);
    const english = openStates(shippedLexicon, 'en').entries.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(english);
    expect(codes.length).toBeGreaterThanOrEqual(193 + 4);
  });

  it('place organisations and places in states that the list knows', () => {
    const known = new Set(openStates(shippedLexicon, language).entries.map(({ code }) => code));
    const entries = [
      ...organisationsSchema.parse(shippedLexicon('organisations', language)).organisations,
      ...placesSchema.parse(shippedLexicon('places', language)).places,
    ];
    const unknown = entries.filter(({ state }) => state !== undefined && !known.has(state));
    expect(unknown.map(({ id, state }) => `${id}: ${state}`)).toEqual([]);
  });

  it('use an id once a list', () => {
    for (const kind of ['organisations', 'places'] as const) {
      const list = shippedLexicon(kind, language) as Record<string, { id: string }[]>;
      const ids = list[kind]!.map(({ id }) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });
});

describe('openStates', () => {
  it('knows the three-letter codes of states and none of unions', () => {
    const states = openStates(shippedLexicon, 'en');
    expect(states.alpha3Of('RU')).toBe('RUS');
    expect(states.alpha3Of('XK')).toBe('XKX');
    expect(states.alpha3Of('NATO')).toBeUndefined();
    expect(states.alpha3Of('ZZ')).toBeUndefined();
    expect(states.nameOf('MX')).toBe('Mexico');
  });

  it('names list, entry and fault of a wrong list', () => {
    const wrong = () => ({ states: [{ code: 'RU', names: [], demonyms: [], capitals: [] }] });
    expect(() => openStates(wrong, 'es')).toThrow(/lexicon states\.es, at states\.0\.names/);
    expect(() => openGazetteer(() => null, 'ru')).toThrow(/lexicon states\.ru, at its root/);
  });
});
