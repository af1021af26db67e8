/** The measure, its gold, and the judge on the bundled example and on the shipped halves. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../src/domain/ids.ts';
import { ECHO_STANCES } from '../src/domain/judgement.ts';
import { openStances } from '../src/judge/stance/stance.ts';
import { shippedLexicon, shippedWeights } from '../src/pipeline/reading-data.ts';
import { openReader } from '../src/read/read.ts';
import { scoreStances } from './stance.ts';
import { claimSpans, readStanceGold } from './stance-gold.ts';

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const linesOf = (name: string): string[] =>
  readFileSync(fileOf(name), 'utf8').split('\n').filter(Boolean);

describe('scoreStances', () => {
  it('counts stances and amplifiers', () => {
    const score = scoreStances([
      ['repeats', 'repeats'],
      ['attributes', 'repeats'],
      ['debunks', 'doubts'],
      ['doubts', 'attributes'],
    ]);
    expect(score.accuracy).toBe(0.25);
    expect(score.stances.repeats.f1).toBeCloseTo(2 / 3);
    expect(score.stances.debunks.f1).toBe(0);
    expect(score.stances.hedges.f1).toBe(1);
    expect(score.amplifies).toEqual({ p: 2 / 3, r: 1, accuracy: 0.75 });
  });
});

describe('readStanceGold', () => {
  it('names file, line and field of what is wrong', () => {
    const line = linesOf('data/stance/tune.jsonl')[0]!;
    const wrong = JSON.stringify({ ...JSON.parse(line), claim: ['not in the text'] });
    expect(() => readStanceGold('g.jsonl', `${line}\n${wrong}\n{}`)).toThrow(
      /g\.jsonl:2: claim: "not in the text"[\s\S]*g\.jsonl:3/,
    );
  });

  it.each(['tune', 'held'])('takes the shipped half %s, every stance in every language', (half) => {
    const name = `data/stance/${half}.jsonl`;
    const records = readStanceGold(name, readFileSync(fileOf(name), 'utf8'));
    for (const record of records) {
      for (const { begin, end } of claimSpans(record)) expect(end).toBeGreaterThan(begin);
    }
    const cells = new Set(records.map(({ language, stance }) => `${language} ${stance}`));
    expect(cells.size).toBe(3 * ECHO_STANCES.length);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });
});

interface ExampleArticle {
  readonly url: string;
  readonly outlet: string;
  readonly language?: string;
  readonly title: string;
  readonly text: string;
}

/** The claim of the bundled example, in the words of its languages. */
const CLAIM =
  /trescientos|three hundred|триста|трёхсот|tres mil|cártel|cárteles|carteles|cartel|картел/iu;

describe('the bundled example', () => {
  const gold = JSON.parse(readFileSync(fileOf('../example/gold.json'), 'utf8')) as {
    readonly cascades: readonly {
      readonly id: string;
      readonly origin: string;
      readonly echoes: readonly { readonly url: string }[];
    }[];
  };
  const cascade = gold.cascades.find(({ id }) => id === 'cartel-claim')!;
  const urls = new Set([cascade.origin, ...cascade.echoes.map(({ url }) => url)]);
  const articles = ['wire', 'dailies', 'radio-and-blogs', 'abroad']
    .flatMap((name) => linesOf(`../example/articles/${name}.jsonl`))
    .map((line) => JSON.parse(line) as ExampleArticle)
    .filter(({ url }) => urls.has(url));
  const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });
  const stanceOf = openStances(shippedLexicon);

  const judged = articles.map(({ url, outlet, title, text, language }) => {
    const guessed = /[а-я]/iu.test(text) ? 'ru' : / the /u.test(text) ? 'en' : 'es';
    const id = url as ArticleId;
    const own = language ?? guessed;
    const { attributions } = read({ id, text, language: own, outlet, published: '2024-06-13' });
    const spans = [...text.matchAll(/[^.!?\n]+[.!?]?/gu)]
      .filter(({ 0: sentence }) => CLAIM.test(sentence))
      .map(({ 0: sentence, index }) => ({ begin: index, end: index + sentence.length }));
    return {
      outlet,
      ...stanceOf({ article: id, title, text, language: own, spans, attributions }),
    };
  });

  it('has one debunk in the cascade of the cartel claim, and no other article is taken for one', () => {
    expect(judged.length).toBeGreaterThanOrEqual(12);
    const quiet = judged.filter(({ amplifies }) => !amplifies).map(({ outlet }) => outlet);
    expect(quiet).toEqual(['Verifica Serena']);
    const check = judged.find(({ outlet }) => outlet === 'Verifica Serena')!;
    expect(check.stance).toBe('debunks');
  });
});
