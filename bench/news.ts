/**
 * Invented news in real languages, for what a made-up language cannot show: reading, detecting a
 * language, taking a page apart. Sentences are walks over pairs of words that stand side by side in
 * TICO-19 (tico.ts), every few of them put into somebody's mouth; so they look like the language to a
 * program, and say nothing. Each story is a pure function of seed and row. One in twenty takes over
 * half of the paragraphs of an earlier one.
 */
import { between, type Chance, chanceOf } from './chance.ts';
import { readTico } from './tico.ts';

const NEWS_LANGUAGES = ['en', 'es', 'ru'] as const;
type NewsLanguage = (typeof NEWS_LANGUAGES)[number];

const PERIOD = 20;
/** A step of a walk jumps to any word so often: else long runs of the source would come back. */
const JUMP = 0.12;
const SENTENCES_A_PARAGRAPH = 4;
const PURPOSE = { title: 11, body: 12, echo: 13, speech: 14 } as const;

export interface Story {
  readonly language: NewsLanguage;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Stories of about so many words. */
export function makeNews(seed: number, words: number): (row: number) => Story {
  const rows = readTico();
  const walkers = NEWS_LANGUAGES.map((language) =>
    makeWalker(rows.map(({ cells }) => cells[language])),
  );
  const languageOf = (row: number): number => {
    const origin = originOf(seed, row);
    return (origin ?? row) % NEWS_LANGUAGES.length;
  };
  const body = (row: number): string[] =>
    ownBody(seed, row, words, NEWS_LANGUAGES[languageOf(row)]!, walkers[languageOf(row)]!);
  return (row) => {
    const walk = walkers[languageOf(row)]!;
    const origin = originOf(seed, row);
    const own = body(row);
    const kept = origin === undefined ? [] : body(origin).slice(0, Math.ceil(own.length / 2));
    return {
      language: NEWS_LANGUAGES[languageOf(row)]!,
      title: walk(chanceOf(seed, PURPOSE.title, row), 8),
      paragraphs: [...kept, ...own.slice(kept.length)],
    };
  };
}

function originOf(seed: number, row: number): number | undefined {
  if (row % PERIOD !== PERIOD - 1) return undefined;
  const origin = Math.floor(chanceOf(seed, PURPOSE.echo, row)() * row);
  // An origin that is itself an echo would make a chain; the row before it never is one.
  return origin % PERIOD === PERIOD - 1 ? origin - 1 : origin;
}

/** What people are said to have said, and by whom; `_` is the sentence. */
const SPEECH: Readonly<Record<NewsLanguage, readonly string[]>> = {
  en: [
    '“_,” said the minister Anna Veldt on Tuesday',
    'According to the Harbour Post, _',
    'The spokesman Piotr Lomas told reporters that _',
  ],
  es: [
    '«_», dijo el martes la ministra Ana Veldés',
    'Según El Faro del Puerto, _',
    'El portavoz Pedro Lomas afirmó que _',
  ],
  ru: [
    '«_», — сказала во вторник министр Анна Вельдина',
    'По данным газеты «Портовый вестник», _',
    'Представитель ведомства Пётр Ломов заявил, что _',
  ],
};

function ownBody(
  seed: number,
  row: number,
  words: number,
  language: NewsLanguage,
  walk: Walk,
): string[] {
  const chance = chanceOf(seed, PURPOSE.body, row);
  const speech = chanceOf(seed, PURPOSE.speech, row);
  const paragraphs: string[] = [];
  for (let written = 0; written < words; ) {
    const sentences: string[] = [];
    while (sentences.length < SENTENCES_A_PARAGRAPH) {
      const length = between(chance, 8, 28);
      const plain = walk(chance, length);
      const frames = SPEECH[language];
      const frame = speech() < 0.2 ? frames[between(speech, 0, frames.length - 1)]! : '_';
      sentences.push(`${capital(frame.replace('_', plain))}.`);
      written += length;
    }
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs;
}

/** So many words, one after the other as they stand in the source, mostly. */
type Walk = (chance: Chance, length: number) => string;

function makeWalker(sentences: readonly string[]): Walk {
  const all: string[] = [];
  const followers = new Map<string, string[]>();
  for (const sentence of sentences) {
    const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
    for (const [i, word] of words.entries()) {
      all.push(word);
      const next = words[i + 1];
      if (next === undefined) continue;
      const known = followers.get(word);
      if (known === undefined) followers.set(word, [next]);
      else known.push(next);
    }
  }
  const any = (chance: Chance): string => all[Math.floor(chance() * all.length)]!;
  return (chance, length) => {
    const words = [any(chance)];
    while (words.length < length) {
      const known = chance() < JUMP ? undefined : followers.get(words.at(-1)!);
      words.push(known === undefined ? any(chance) : known[Math.floor(chance() * known.length)]!);
    }
    return words.join(' ');
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
