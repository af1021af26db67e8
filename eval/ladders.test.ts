import { describe, expect, it } from 'vitest';
import { READ_LANGUAGES } from '../src/domain/reading.ts';
import { publisherOf } from '../src/text/publisher.ts';
import { chanceOf, outletsOf } from './ladders-cast.ts';
import { plantLadders } from './ladders-plants.ts';
import { readStories, tell } from './ladders-stories.ts';

const planted = (seed: number) => plantLadders(readStories(), 30, chanceOf(seed));

describe('plantLadders', () => {
  it('plants the same for the same seed, and other things for another', () => {
    expect(planted(3)).toEqual(planted(3));
    expect(planted(3)).not.toEqual(planted(4));
  });

  it('plants at least 200 cases, of every kind in every language', () => {
    const cases = planted(1).flat();
    expect(cases.length).toBeGreaterThanOrEqual(200);
    const seen = new Set(cases.map(({ kind, articles }) => `${kind} ${articles[0]!.language}`));
    const kinds = new Set(cases.map(({ kind }) => kind));
    expect(seen.size).toBe(kinds.size * READ_LANGUAGES.length);
  });

  it('counts what it plants: addresses once, registrable domains, claims that stand in the texts', () => {
    for (const { kind, articles, truth, claims } of planted(2).flat()) {
      expect(new Set(articles.map(({ url }) => url)).size).toBe(truth.articles);
      const houses = new Set(articles.map(({ domain }) => publisherOf(domain))).size;
      // The one kind in which a house has two domains.
      expect(houses).toBe(truth.publishers + (kind === 'one name, two domains' ? 1 : 0));
      for (const { domain, url, text } of articles) {
        expect(domain.endsWith('.example')).toBe(true);
        expect(text).not.toMatch(/[{}]|undefined/);
        const claim = claims?.get(url);
        if (claim !== undefined) expect(text).toContain(claim);
      }
    }
  });

  it('tells no story twice on one desk', () => {
    for (const desk of planted(5)) {
      const towns = desk.map(({ articles }) => articles[0]!.text.slice(0, 60));
      expect(new Set(towns).size).toBe(readStories().length);
    }
  });
});

describe('tell', () => {
  it('fills all gaps, and quotes the same words in both wordings', () => {
    const speaker = { en: 'Ivor Talmek', es: 'Ivor Talmek', ru: 'Ивор Талмек' };
    for (const story of readStories()) {
      for (const language of READ_LANGUAGES) {
        const occasion = { story, speaker, weekday: 4, count: 12 };
        const quotes = (['A', 'B'] as const).map((wording) => {
          const [lead, said, ...rest] = tell(occasion, language, wording).paragraphs;
          expect(`${lead} ${said}`).toContain(speaker[language]);
          expect(rest.join(' ')).not.toContain(speaker[language]);
          return /["«](.{30,}?)(?:,?"|,?»)/.exec(said!)?.[1];
        });
        expect(quotes[0]).toBeDefined();
        expect(quotes[0]).toBe(quotes[1]);
      }
    }
  });
});

describe('outletsOf', () => {
  it('draws different outlets', () => {
    const drawn = outletsOf('ru', 14, chanceOf(9));
    expect(new Set(drawn.map(({ domain }) => domain)).size).toBe(14);
  });
});
