/** Retellings with the shipped models, on invented texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../domain/trace.ts';
import { staticEncoder } from './encoder/static-encoder.ts';
import { openShelf } from './lexicon/shelf.ts';
import { KeyReader, leadOf, nearPairs, rankPairs } from './retell-candidates.ts';
import { headlineEnds } from './retell-headlines.ts';
import { bearsAlone, RetellReader } from './retell-pairs.ts';
import { joinPassages, prepareText, retoldPassages } from './retellings.ts';

const FOLDER = join(import.meta.dirname, '../../data/models');
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));
const lexicons = readdirSync(FOLDER).filter((name) => name.startsWith('lexicon.'));
const tools = { encoder: staticEncoder(read('encoder.bin')), shelf: openShelf(lexicons.map(read)) };

const ENGLISH = `The ambassador said on Monday that three hundred soldiers had crossed the northern border.
He promised to publish the evidence when it no longer endangered those who had collected it.
The foreign ministry declined to comment, and the embassy did not answer a question sent the same night.`;
const SPANISH = `El embajador dijo el lunes que trescientos soldados habían cruzado la frontera norte.
Prometió publicar las pruebas cuando ya no pusieran en peligro a quienes las habían reunido.
El Ministerio de Exteriores declinó hacer comentarios y la embajada no respondió a una pregunta enviada esa misma noche.`;
const RUSSIAN = `Посол заявил в понедельник, что триста солдат пересекли северную границу.
Он пообещал опубликовать доказательства, когда это не будет угрожать тем, кто их собрал.
Министерство иностранных дел отказалось от комментариев, а посольство не ответило на вопрос, отправленный той же ночью.`;
const OTHER = `The town library opened a new reading room for children after two years of work.
Rain is expected on Thursday, and temperatures will fall below ten degrees in the valley.
A baker from the harbour won the prize for the best bread of the province for the second time.`;
const OTHER_ES = `La biblioteca municipal celebró su aniversario con un concierto de guitarra y una merienda.
El equipo local perdió el partido en el último minuto ante más de mil aficionados.
Los vecinos piden desde hace meses que se arregle la fuente de la plaza mayor.`;

const passages = (a: string, x: string, b: string, y: string): Passage[] =>
  retoldPassages(prepareText(a, x, tools), prepareText(b, y, tools), tools);

describe('retoldPassages', () => {
  it.each([
    ['en', ENGLISH, 'es', SPANISH],
    ['ru', RUSSIAN, 'en', ENGLISH],
  ])('finds a translation %s → %s whole', (x, a, y, b) => {
    const [found, ...more] = passages(a, x, b, y);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ a: { begin: 0, end: a.length }, retold: true });
    expect(found!.b).toEqual({ begin: 0, end: b.length });
    expect(found!.words).toBeLessThanOrEqual(Math.min(found!.aWords, found!.bWords));
  });

  it('finds at least a part of so short a text from Spanish to Russian', () => {
    const found = passages(SPANISH, 'es', RUSSIAN, 'ru');
    expect(found.length).toBeGreaterThan(0);
    expect(found.at(-1)!.b.end).toBe(RUSSIAN.length);
  });

  it('finds a translated passage between other sentences', () => {
    const inside = `${OTHER_ES}\n${SPANISH}\n${OTHER_ES}`;
    const [found] = passages(`${OTHER}\n${ENGLISH}`, 'en', inside, 'es');
    const begin = OTHER_ES.length + 1;
    expect(found!.b).toEqual({ begin, end: begin + SPANISH.length });
    expect(found!.a.begin).toBe(OTHER.length + 1);
  });

  it('finds nothing between texts that tell different things', () => {
    expect(passages(ENGLISH, 'en', OTHER_ES, 'es')).toEqual([]);
    expect(passages(OTHER, 'en', SPANISH, 'es')).toEqual([]);
    expect(passages('', 'en', SPANISH, 'es')).toEqual([]);
    expect(passages('12 34', 'en', '🙂', 'es')).toEqual([]);
  });
});

describe('headlineEnds', () => {
  it('tells a headline that runs into the sentence by its words', () => {
    const sentence = ENGLISH.split('\n')[0]!;
    const headline = 'Fresh alarm about armed men far away ';
    const a = { text: headline + sentence, language: 'en' };
    const b = { text: SPANISH.split('\n')[0]!, language: 'es' };
    expect(headlineEnds(a, b, tools.shelf)).toEqual({ a: headline.length, b: 0 });
    expect(headlineEnds({ ...a, text: sentence }, b, tools.shelf)).toEqual({ a: 0, b: 0 });
  });
});

describe('joinPassages', () => {
  const side = prepareText(ENGLISH, 'en', tools);
  const passage = (begin: number, end: number, retold?: true): Passage => ({
    a: { begin, end },
    b: { begin, end },
    words: 10,
    aWords: 12,
    bWords: 12,
    ...(retold ? { retold } : {}),
  });
  const spans = (list: readonly Passage[]) => list.map(({ b, retold }) => [b.begin, b.end, retold]);

  it('keeps what does not touch apart', () => {
    const joined = joinPassages([passage(0, 50)], [passage(100, 180, true)], side, side);
    expect(spans(joined)).toEqual([
      [0, 50, undefined],
      [100, 180, true],
    ]);
  });

  it('lets a retold passage take in equal wording that it goes beyond', () => {
    const joined = joinPassages([passage(10, 40)], [passage(0, 180, true)], side, side);
    expect(spans(joined)).toEqual([[0, 180, true]]);
  });

  it('holds pieces of equal wording together that explain a retold passage', () => {
    const pieces = [passage(0, 80), passage(90, 180)];
    const joined = joinPassages(pieces, [passage(0, 184, true)], side, side);
    expect(joined).toHaveLength(1);
    expect(joined[0]!.retold).toBeUndefined();
  });
});

describe('a desk', () => {
  const rows = [
    { title: 'a', text: ENGLISH, language: 'en', domain: 'a.example' },
    { title: 'b', text: OTHER, language: 'en', domain: 'b.example' },
    { title: 'c', text: SPANISH, language: 'es', domain: 'c.example' },
    { title: 'd', text: OTHER_ES, language: 'es', domain: 'd.example' },
    { title: 'e', text: RUSSIAN, language: 'ru', domain: 'e.example' },
    {
      title: 'f',
      text: 'سافر الوزير إلى العاصمة يوم الاثنين',
      language: 'ar',
      domain: 'f.example',
    },
    { title: 'g', text: SPANISH, language: 'es', domain: 'a.example' },
  ];

  const candidates = (firstNew = 0): string[] => {
    const reader = new KeyReader(tools);
    const keyed = rows.map((row) => ({ ...row, keys: reader.read(row) }));
    const leads = new Map(rows.map((row, at) => [at, leadOf(row)]));
    const ranked = rankPairs(keyed, nearPairs(keyed, firstNew), leads, tools);
    return ranked.map(({ a, b }) => `${a}-${b}`);
  };

  it('has as candidates what shares language-free keys, but not within an outlet', () => {
    const found = candidates();
    for (const pair of ['0-2', '0-4', '2-4']) expect(found).toContain(pair);
    expect(found).not.toContain('0-6');
    expect(found.some((pair) => pair.includes('5'))).toBe(false);
  });

  it('asked for new rows, has those of its candidates that touch one', () => {
    expect(candidates(3).every((pair) => Number(pair.split('-')[1]) >= 3)).toBe(true);
    expect(candidates(3)).toContain('0-4');
    expect(candidates(rows.length)).toEqual([]);
  });

  it('verifies candidates, and leaves alone what equal wording settles', () => {
    const reader = new RetellReader(tools);
    expect(reader.passages(rows[0]!, rows[2]!, [])).toHaveLength(1);
    expect(reader.passages(rows[0]!, rows[3]!, [])).toBeUndefined();
    const whole = { begin: 0, end: SPANISH.length };
    const same = { a: whole, b: whole, words: 50, aWords: 50, bWords: 50 };
    expect(reader.passages(rows[2]!, rows[6]!, [same])).toBeUndefined();
  });

  it('takes a lone likeness of a few words for chance, less of it across alphabets', () => {
    const retold = (words: number): Passage => ({
      a: { begin: 0, end: 9 },
      b: { begin: 0, end: 9 },
      words,
      aWords: words,
      bWords: words,
      retold: true,
    });
    expect(bearsAlone([retold(27)], 'es', 'es')).toBe(false);
    expect(bearsAlone([retold(28)], 'es', 'es')).toBe(true);
    expect(bearsAlone([retold(15), retold(13)], 'es', 'es')).toBe(true);
    expect(bearsAlone([retold(15)], 'es', 'ru')).toBe(false);
    expect(bearsAlone([retold(16)], 'es', 'ru')).toBe(true);
    const { retold: _, ...worded } = retold(9);
    expect(bearsAlone([worded, retold(9)], 'es', 'es')).toBe(true);
  });
});
