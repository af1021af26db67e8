import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution, ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { openDates } from '../dates/dates.ts';
import { documentOf } from '../document.ts';
import { openMentions } from '../mentions/mentions.ts';
import { openEnglishTagger } from '../tagging/english.ts';
import { openTagger } from '../tagging/perceptron.ts';
import { openCompletion } from './complete.ts';
import type { FoundAttribution } from './found.ts';

const taggers = {
  en: openEnglishTagger(),
  es: openTagger('es', shippedWeights),
  ru: openTagger('ru', shippedWeights),
};
const mentionsIn = openMentions(shippedLexicon, shippedWeights);
const datesIn = openDates(shippedLexicon);
const complete = openCompletion(shippedLexicon);

/** A statement as a finder hands it over, by its words. */
interface Given {
  readonly source?: string;
  readonly cue?: string;
  readonly lemma?: string;
  readonly content: string;
  readonly accordingTo?: boolean;
}

function found(text: string, given: readonly Given[]): FoundAttribution[] {
  let from = 0;
  const spanOf = (words: string, at = 0) => {
    const begin = text.indexOf(words, at);
    if (begin < 0) throw new Error(`"${words}" does not stand in the text`);
    return { begin, end: begin + words.length };
  };
  return given.map(({ source, cue, lemma, content, accordingTo }) => {
    const stated = spanOf(content);
    const cueSpan = cue === undefined ? undefined : spanOf(cue, from);
    const sourceSpan = source === undefined ? undefined : spanOf(source, from);
    from = Math.min(sourceSpan?.begin ?? from, cueSpan?.begin ?? from);
    return {
      source: sourceSpan,
      cue: cueSpan,
      cueLemma: lemma ?? 'say',
      content: [stated],
      mode: 'indirect',
      accordingTo: accordingTo ?? false,
    };
  });
}

function completed(
  language: ReadLanguage,
  text: string,
  given: readonly Given[],
  published = '2024-09-23',
): (Attribution & { readonly date: string | undefined })[] {
  const document = taggers[language](documentOf({ text, language, published }));
  const dates = datesIn(document);
  return complete(document, found(text, given), mentionsIn(document), dates).map((one) => ({
    ...one,
    date: one.uttered === undefined ? undefined : dates[one.uttered]!.value,
  }));
}

describe('a speaker', () => {
  it('named by surname has the fullest name of the article, and where it stands', () => {
    const text = 'William Burns spoke in London. Mexico is ideal, Burns noted.';
    const [one] = completed('en', text, [
      { source: 'Burns noted'.slice(0, 5), cue: 'noted', content: 'Mexico is ideal' },
    ]);
    expect(one!.source).toMatchObject({ form: 'named', name: 'William Burns' });
  });

  it('meant by a pronoun is the one who spoke before', () => {
    const text = 'William Burns said that the embassy grew. He warned that it would grow further.';
    const all = completed('en', text, [
      { source: 'William Burns', cue: 'said', content: 'that the embassy grew' },
      { source: 'He', cue: 'warned', lemma: 'warn', content: 'that it would grow further' },
    ]);
    expect(all[1]!.source).toMatchObject({ form: 'pronoun', name: 'William Burns' });
    expect(all[1]!.source!.namedAt).toEqual({ begin: 0, end: 13 });
    expect(all[1]!.cue!.polarity).toBe('warns');
  });

  it('meant by a pronoun stays unresolved where two could be meant, or none is near', () => {
    const two = 'Near the gate William Burns and John Kirby met. He said that it was late.';
    const [first] = completed('en', two, [
      { source: 'He', cue: 'said', content: 'that it was late' },
    ]);
    expect(first!.source).toMatchObject({ form: 'pronoun', text: 'He' });
    expect(first!.source!.entity).toBeUndefined();
    const [none] = completed('en', 'She said that it was late.', [
      { source: 'She', cue: 'said', content: 'that it was late' },
    ]);
    expect(none!.source!.entity).toBeUndefined();
  });

  it('called "the general" is the one general of the article', () => {
    const text =
      'General Glen VanHerck testified. Nobody asked why. The trap is set, the general said.';
    const [one] = completed('en', text, [
      { source: 'the general', cue: 'said', content: 'The trap is set' },
    ]);
    expect(one!.source).toMatchObject({ form: 'described', name: 'Glen VanHerck' });
  });

  it('described by an organisation that he is of is not that organisation', () => {
    const text = 'Former CIA officers said that Mexico is benign.';
    const [one] = completed('en', text, [
      { source: 'Former CIA officers', cue: 'said', content: 'that Mexico is benign' },
    ]);
    expect(one!.source).toMatchObject({ form: 'described', text: 'Former CIA officers' });
    expect(one!.source!.entity).toBeUndefined();
  });

  it('left out in Spanish is the one of the sentence before', () => {
    const text = 'Claudia Sheinbaum habló el martes. Añadió que no viajará.';
    const [one] = completed('es', text, [
      { cue: 'Añadió', lemma: 'añadir', content: 'que no viajará' },
    ]);
    expect(one!.source).toMatchObject({ form: 'unstated', name: 'Claudia Sheinbaum' });
  });

  it('left out in English is nobody: "reportedly" names none', () => {
    const text = 'William Burns spoke. Russia is reportedly increasing its efforts.';
    const [one] = completed('en', text, [
      { cue: 'reportedly', lemma: 'reportedly', content: 'increasing its efforts' },
    ]);
    expect(one!.source).toBeUndefined();
  });
});

describe('a role', () => {
  it.each([
    ['en', 'CIA Director William Burns said it.', 'William Burns', 'CIA Director', false],
    [
      'en',
      'Douglas Halloway, a former senior CIA operations officer, said it.',
      'Douglas Halloway',
      'former senior CIA operations officer',
      true,
    ],
    [
      'es',
      'El embajador ruso, Nikolái Sofinski, dijo eso.',
      'Nikolái Sofinski',
      'embajador ruso',
      false,
    ],
    ['es', 'El expresidente Vicente Fox dijo eso.', 'Vicente Fox', 'expresidente', true],
    ['ru', 'Министр обороны Сергей Шойгу сказал это.', 'Сергей Шойгу', 'Министр обороны', false],
    ['ru', 'Бывший посол Сергей Кисляк сказал это.', 'Сергей Кисляк', 'Бывший посол', true],
  ] as const)('%s: %s', (language, text, name, role, former) => {
    const content = { en: 'it', es: 'eso', ru: 'это' }[language];
    const cue = { en: 'said', es: 'dijo', ru: 'сказал' }[language];
    const [one] = completed(language, text, [{ source: name, cue, content }]);
    expect(one!.role).toMatchObject({ text: role, former });
  });

  it('stated elsewhere in the article counts; a clause behind the name is none', () => {
    const text =
      'Glen VanHerck, head of US Northern Command, spoke. VanHerck, who will take office soon, said it.';
    const [one] = completed('en', text, [
      { source: 'VanHerck, who'.slice(0, 8), cue: 'said', content: 'it' },
    ]);
    expect(one!.role).toMatchObject({ text: 'head of US Northern Command' });
  });
});

describe('venue and time', () => {
  it.each([
    [
      'en',
      'It grew, Burns said during a Senate hearing in 2022.',
      'It grew',
      'a Senate hearing',
      '2022',
    ],
    ['en', 'It grew, Burns said in a talk in London.', 'It grew', 'a talk in London', undefined],
    [
      'es',
      'Creció, dijo Burns en una entrevista el lunes.',
      'Creció',
      'una entrevista',
      '2024-09-23',
    ],
    [
      'ru',
      'Она выросла, сказал Бернс на брифинге в понедельник.',
      'Она выросла',
      'брифинге',
      '2024-09-23',
    ],
  ] as const)('%s: %s', (language, text, content, venue, date) => {
    const cue = { en: 'said', es: 'dijo', ru: 'сказал' }[language];
    const source = { en: 'Burns', es: 'Burns', ru: 'Бернс' }[language];
    const [one] = completed(language, text, [{ source, cue, content }]);
    expect(one!.venue?.text).toBe(venue);
    expect(one!.date).toBe(date);
  });

  it('inside what is stated are not those of the statement', () => {
    const text = 'Burns said that the interview of 2019 was lost.';
    const [one] = completed('en', text, [
      { source: 'Burns', cue: 'said', content: 'that the interview of 2019 was lost' },
    ]);
    expect(one!.venue).toBeUndefined();
    expect(one!.uttered).toBeUndefined();
  });
});

describe('the way of a statement', () => {
  it('goes through those in whose statement it stands, nearest to the article first', () => {
    const text = 'NBC News reports that CNN wrote that Burns said that it grew.';
    const all = completed('en', text, [
      {
        source: 'NBC News',
        cue: 'reports',
        content: 'that CNN wrote that Burns said that it grew',
      },
      { source: 'CNN', cue: 'wrote', content: 'that Burns said that it grew' },
      { source: 'Burns', cue: 'said', content: 'that it grew' },
    ]);
    expect(all.map(({ within }) => within)).toEqual([undefined, 0, 1]);
    expect(all[2]!.via.map(({ text: words }) => words)).toEqual(['NBC News', 'CNN']);
  });

  it('goes through whom it was told to, but not through a body before which one speaks', () => {
    const told = (to: string): readonly string[] => {
      const text = `It grew, William Burns told ${to}.`;
      const given = { source: 'William Burns', cue: 'told', content: 'It grew' };
      return completed('en', text, [given])[0]!.via.map(({ text: words }) => words);
    };
    expect(told('NBC News')).toEqual(['NBC News']);
    expect(told('a Senate panel')).toEqual([]);
    expect(told('Parliament')).toEqual([]);
  });

  it('goes from who is cited through who cites', () => {
    const text = 'It grew, according to NBC News, citing Reuters.';
    const all = completed('en', text, [
      { source: 'NBC News', cue: 'according to', content: 'It grew', accordingTo: true },
    ]);
    expect(all.map(({ source }) => source?.text)).toEqual(['NBC News', 'Reuters']);
    expect(all[1]!.via.map(({ text: words }) => words)).toEqual(['NBC News']);
    expect(all[1]!.content).toEqual(all[0]!.content);
  });
});

describe('a cue', () => {
  it.each([
    ['en', 'falsely claimed', 'claim', 'falsely-claims'],
    ['es', 'afirmó falsamente', 'afirmar', 'falsely-claims'],
    ['ru', 'ложно утверждал', 'утверждать', 'falsely-claims'],
    ['en', 'denied', 'deny', 'denies'],
    ['es', 'advirtió', 'advertir', 'warns'],
    ['ru', 'признал', 'признать', 'admits'],
    ['en', 'quacked', 'quack', 'says'],
  ] as const)('%s: "%s"', (language, cue, lemma, polarity) => {
    const [one] = completed(language, `X ${cue} y.`, [{ source: 'X', cue, lemma, content: 'y' }]);
    expect(one!.cue).toMatchObject({ text: cue, polarity });
  });
});

describe('completion', () => {
  it('keeps every span inside the text, whatever the text', () => {
    const word = fc.constantFrom(
      'Burns',
      'said',
      'citing',
      ',',
      'the',
      'general',
      'told',
      'NBC',
      'News',
      '.',
      'He',
      '“',
      '”',
      'hearing',
      'in',
      '2022',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const document = taggers.en(documentOf({ text, language: 'en' }));
        const { tokens } = document;
        if (tokens.length < 3) return;
        const third = Math.floor(tokens.length / 3);
        const span = (from: number, to: number) => ({
          begin: tokens[from]!.begin,
          end: tokens[to]!.end,
        });
        const given: FoundAttribution = {
          source: span(0, 0),
          cue: span(third, third),
          cueLemma: 'say',
          content: [span(third + 1, tokens.length - 1)],
          mode: 'direct',
          accordingTo: false,
        };
        for (const { source, cue, role, venue } of complete(
          document,
          [given],
          mentionsIn(document),
          datesIn(document),
        )) {
          for (const phrase of [source, cue, role, venue]) {
            if (phrase !== undefined)
              expect(text.slice(phrase.span.begin, phrase.span.end)).toBe(phrase.text);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the file where a list is damaged', () => {
    const broken = openCompletion((kind, language) =>
      kind === 'speech' ? { pronouns: {} } : shippedLexicon(kind, language),
    );
    const document = taggers.en(documentOf({ text: 'A said b.', language: 'en' }));
    expect(() => broken(document, [], [], [])).toThrow(/speech\.en\.json is damaged.*offices/s);
  });
});
