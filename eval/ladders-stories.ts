/** The stories of the planted ladders (`data/ladders/stories.json`), and what becomes of them on the way. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ReadLanguage } from '../src/domain/reading.ts';
import { type Chance, dayName } from './ladders-cast.ts';

/** One story in one language: two wordings of two newsrooms, and what two persons say. */
const Telling = z.object({
  title: z.tuple([z.string(), z.string()]),
  q: z.string(),
  q2: z.string(),
  A: z.array(z.string()).length(4),
  B: z.array(z.string()).length(4),
});
const Stories = z.object({
  stories: z.array(z.object({ id: z.string(), en: Telling, es: Telling, ru: Telling })),
});
export type Story = z.infer<typeof Stories>['stories'][number];

/** All stories. Paragraphs 0 and 1 of a wording state what was said; 2 and 3 quote nobody. */
export function readStories(): Story[] {
  const file = new URL('data/ladders/stories.json', import.meta.url);
  return Stories.parse(JSON.parse(readFileSync(file, 'utf8'))).stories;
}

/** What is told, of the same occasion for all who tell it. */
export interface Occasion {
  readonly story: Story;
  readonly speaker: Readonly<Record<ReadLanguage, string>>;
  /** The second statement of the story in place of the first. */
  readonly other?: true;
  readonly weekday: number;
  readonly count: number;
}

export interface Told {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** One newsroom's text on the occasion. */
export function tell(occasion: Occasion, language: ReadLanguage, wording: 'A' | 'B'): Told {
  const { story, speaker, other, weekday, count } = occasion;
  const telling = story[language];
  const quote = other ? telling.q2 : telling.q;
  const paragraphs = telling[wording].map((paragraph) =>
    paragraph
      .replaceAll('{q}', quote)
      .replaceAll('{s}', speaker[language])
      .replaceAll('{day}', dayName(language, weekday))
      .replaceAll('{n}', String(count)),
  );
  return { title: telling.title[wording === 'A' ? 0 : 1], paragraphs };
}

/** Ways to say where a text is from; `{o}` is the outlet. */
const CREDITS: Readonly<Record<ReadLanguage, readonly string[]>> = {
  en: [
    'With information from {o}.',
    'The report first appeared in {o}.',
    '{o} was the first to report it.',
  ],
  es: [
    'Con información de {o}.',
    'La noticia apareció primero en {o}.',
    'Según informó {o}, los hechos ocurrieron como aquí se cuentan.',
  ],
  ru: [
    'По материалам издания «{o}».',
    'Первым об этом сообщило издание «{o}».',
    'Об этом пишет «{o}».',
  ],
};

/** The text with a line that names its outlet of origin. */
export function credited(told: Told, language: ReadLanguage, outlet: string, chance: Chance): Told {
  const line = chance.pick(CREDITS[language]).replaceAll('{o}', outlet);
  return { ...told, paragraphs: [...told.paragraphs, line] };
}

/** Where datelines are from. */
const CITIES: Readonly<Record<ReadLanguage, string>> = { en: 'AMBREL', es: 'Ambrel', ru: 'АМБРЕЛ' };

/** The text opened with an agency's dateline. */
export function datelined(told: Told, language: ReadLanguage, wire: string): Told {
  const [first, ...rest] = told.paragraphs;
  const lines = {
    en: `${CITIES.en} (${wire}) — ${first}`,
    es: `${CITIES.es} (${wire}).- ${first}`,
    ru: `${CITIES.ru} /${wire}/. ${first}`,
  };
  return { ...told, paragraphs: [lines[language], ...rest] };
}

/** What an editor changes: words that are often there, for words that say the same. */
const SYNONYMS: Readonly<Record<ReadLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['said', 'declared'],
    ['told', 'informed'],
    ['whose', 'with'],
    ['since', 'from then on'],
    ['with', 'alongside'],
    ['until', 'till'],
    ['nobody', 'no one'],
    ['one', 'a single'],
  ],
  es: [
    ['dijo', 'declaró'],
    ['desde', 'a partir de'],
    ['sin', 'carente de'],
    ['hasta', 'incluso'],
    ['junto', 'pegado'],
    ['tras', 'después de'],
    ['nueva', 'flamante'],
    ['casi', 'prácticamente'],
  ],
  ru: [
    ['заявил', 'объявил'],
    ['сказал', 'отметил'],
    ['которые', 'что'],
    ['вскоре', 'сразу'],
    ['больше', 'более'],
    ['возле', 'около'],
    ['очень', 'весьма'],
    ['почти', 'практически'],
  ],
};

/** The text with some words changed outside its quotation, and a headline of its own. */
export function edited(told: Told, language: ReadLanguage, chance: Chance): Told {
  const changes = chance.shuffle(SYNONYMS[language]).slice(0, 5);
  const paragraphs = told.paragraphs.map((paragraph) => {
    if (/["«]/.test(paragraph)) return paragraph;
    return changes.reduce((text, [from, to]) => text.replace(` ${from} `, ` ${to} `), paragraph);
  });
  return { title: `${told.title} …`, paragraphs };
}

/** The text without its last paragraph or two. */
export function cut(told: Told, chance: Chance): Told {
  const keep = Math.max(2, told.paragraphs.length - 1 - chance.below(2));
  return { ...told, paragraphs: told.paragraphs.slice(0, keep) };
}
