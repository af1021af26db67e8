import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { Attribution, CuePolarity, ReadLanguage } from '../../domain/reading.ts';
import { openStances } from './stance.ts';
import type { StanceInput } from './stance-input.ts';

const shipped = (kind: string, language: ReadLanguage): unknown =>
  JSON.parse(
    readFileSync(
      new URL(`../../../data/lexicons/${kind}.${language}.json`, import.meta.url),
      'utf8',
    ),
  );
const stanceOf = openStances(shipped);
const article = 'a1' as ArticleId;

/** The claim stands in [brackets]; a source in {braces} says it. */
function judge(language: string, title: string, marked: string, more: Partial<StanceInput> = {}) {
  const text = marked.replace(/[[\]{}]/g, '');
  const phrase = /\[(.*?)\]/su.exec(marked)?.[1]?.replace(/[{}]/g, '') ?? '';
  const begin = text.indexOf(phrase);
  const span = { begin, end: begin + phrase.length };
  const source = /\{(.*?)\}/su.exec(marked)?.[1];
  const attributions = source === undefined ? [] : [said(text, source, span, 'says')];
  const input = { article, title, text, language, spans: [span], attributions, ...more };
  const found = stanceOf(input);
  const shown = found.evidence.map((one) => text.slice(one.span.begin, one.span.end));
  return { ...found, shown };
}

function said(
  text: string,
  source: string,
  content: { begin: number; end: number },
  polarity: CuePolarity,
): Attribution {
  const begin = text.indexOf(source);
  const span = { begin, end: begin + source.length };
  return {
    source: {
      span,
      text: source,
      form: 'named',
      entity: undefined,
      name: source,
      namedAt: undefined,
    },
    cue: { span, text: source, lemma: 'say', polarity },
    content: [content],
    mode: 'indirect',
    role: undefined,
    venue: undefined,
    uttered: undefined,
    via: [],
    within: undefined,
  };
}

describe('stanceOf', () => {
  it('repeats what the article tells as its own, with the claim as evidence', () => {
    const found = judge(
      'en',
      'Rain',
      'It rained. [Arvenia pays gunmen for the war.] The fair opens.',
    );
    expect(found).toMatchObject({ stance: 'repeats', amplifies: true });
    expect(found.shown).toEqual(['Arvenia pays gunmen for the war.']);
  });

  it('attributes what somebody says, also where another denies it', () => {
    const text = '{The envoy} said [Arvenia pays gunmen]. Arvenia denied it and called it a lie.';
    expect(judge('en', 'Envoy speaks', text)).toMatchObject({
      stance: 'attributes',
      amplifies: true,
    });
  });

  it.each([
    [
      'en',
      'No, Arvenia does not pay gunmen',
      'Posts say that [Arvenia pays gunmen]. This is untrue.',
    ],
    ['es', 'Bulo', 'Circula que [Arvenia paga pistoleros]. No es cierto.'],
    [
      'ru',
      'Разбор',
      'Пишут, что [Арвения платит боевикам]. Это не соответствует действительности.',
    ],
    ['en', 'A visit', 'The ambassador falsely claimed that [Arvenia pays gunmen].'],
  ])('debunks in %s where the article says so: %s', (language, title, text) => {
    expect(judge(language, title, text)).toMatchObject({ stance: 'debunks', amplifies: false });
  });

  it('takes a cue of false speech from the reading', () => {
    const text = 'He told it again: Arvenia pays gunmen.';
    const span = { begin: text.indexOf('Arvenia'), end: text.length - 1 };
    const input = { article, title: 'A visit', text, language: 'en', spans: [span] };
    const judged = (polarity: CuePolarity) =>
      stanceOf({ ...input, attributions: [said(text, 'He', span, polarity)] }).stance;
    expect(judged('falsely-claims')).toBe('debunks');
    expect(judged('says')).toBe('attributes');
  });

  it.each([
    'Twelve sites spread the false claim that Arvenia pays gunmen.',
    'A clip in which Arvenia pays gunmen is fake, fact-checkers found.',
  ])('finds the verdict where the whole sentence is the claim: %s', (sentence) => {
    expect(judge('en', 'Money', `[${sentence}] The fair opens.`).stance).toBe('debunks');
  });

  it('takes a topic of falsehoods further on for no verdict', () => {
    const text =
      '{The general} said [most agents are in the capital]. He left.\n\nThe embassy spreads fakes.';
    expect(judge('en', 'Spies', text).stance).toBe('attributes');
  });

  it.each([
    ['en', 'Arvenia pays gunmen', '[Arvenia pays gunmen.] It was never a hoax.'],
    ['es', 'Arvenia paga', '[Arvenia paga pistoleros.] No es ningún bulo.'],
    ['ru', 'Арвения платит', '[Арвения платит боевикам.] Это не фейк.'],
    ['en', 'They call it fake news', '[Arvenia pays gunmen.] The denials are lies.'],
    ['en', 'Hoax? See for yourself', '[Arvenia pays gunmen.] Everyone knows.'],
  ])('does not take for a debunk in %s: %s', (language, title, text) => {
    expect(judge(language, title, text)).toMatchObject({ stance: 'repeats', amplifies: true });
  });

  it('does not judge by the words of the claim itself: here the claim is that it was staged', () => {
    const text = '[The attack was staged with hired actors.] The lights were bright.';
    expect(judge('en', 'The staged attack', text).stance).toBe('repeats');
  });

  it('leaves a verdict on another matter alone', () => {
    const text =
      '[Arvenia pays gunmen.] Meanwhile, the rumour about a fuel shortage is false, officials say.';
    expect(judge('en', 'Gunmen', text).stance).toBe('repeats');
  });

  it('hedges and doubts, and a doubt outweighs a hedge', () => {
    expect(judge('es', 'Un dron', '[El dron habría despegado de un carguero.]').stance).toBe(
      'hedges',
    );
    const doubted =
      '{The envoy} said [Arvenia pays gunmen]. He offered no proof. It is unconfirmed.';
    const found = judge('en', 'Envoy', doubted);
    expect(found).toMatchObject({ stance: 'doubts', amplifies: false });
    expect(found.shown).toEqual(['offered no proof']);
    expect(judge('ru', 'Посол', '[Арвения якобы платит боевикам.]').stance).toBe('doubts');
  });

  it('reads the sections of a fact-check', () => {
    const facts = 'Claim: [Arvenia pays gunmen.]\n\nThe facts: the budget holds no such sum.';
    expect(judge('en', 'Gunmen and money', facts).stance).toBe('debunks');
    const rated = 'Claim: [Arvenia pays gunmen.]\n\nVerdict: True';
    expect(judge('en', 'Gunmen and money', rated).stance).toBe('repeats');
  });

  it('names the words of the headline', () => {
    const found = judge('es', 'FALSO: Arvenia no paga', 'Circula que [Arvenia paga pistoleros].');
    expect(found).toMatchObject({ stance: 'debunks', headline: 'FALSO' });
  });

  it('makes no amplifier of a fact-checker that states no verdict', () => {
    const text = '{The envoy} said [Arvenia pays gunmen].';
    expect(judge('en', 'Gunmen', text, { factChecker: true })).toMatchObject({
      stance: 'attributes',
      amplifies: false,
    });
  });

  it('counts an article that it cannot read as an amplifier only where the claim fills it', () => {
    const filled = '[Arvenia recruta nos cartéis e envia homens para a guerra.]';
    expect(judge('pt', 'Guerra', filled)).toMatchObject({ stance: 'repeats', amplifies: true });
    expect(
      judge('pt', 'Guerra', `${filled} ${'Mas isso não é verdade. '.repeat(5)}`).amplifies,
    ).toBe(false);
    expect(judge('pt', 'Fact-check: guerra', filled)).toMatchObject({
      stance: 'doubts',
      amplifies: false,
      headline: 'fact-check',
    });
    expect(judge('pt', 'Guerra', '«[Arvenia recruta]», disse ele.').stance).toBe('attributes');
  });

  it('says which list is damaged', () => {
    const damaged = openStances(() => ({ false: 'hoax' }));
    const input = { article, title: '', text: 'x', language: 'es', spans: [], attributions: [] };
    expect(() => damaged(input)).toThrow('stance.es.json is damaged: "false" must be a list');
  });

  it('shows evidence inside the text, whatever the text and the spans', () => {
    const word = fc.constantFrom(
      ...[
        'hoax',
        'is',
        'false',
        'not',
        '"',
        '«',
        '\n\n',
        '.',
        'said',
        'that',
        'Claim:',
        'a',
        '?',
        ',',
      ],
    );
    const texts = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    const span = fc.record({ begin: fc.nat(200), end: fc.nat(250) });
    fc.assert(
      fc.property(texts, fc.array(span, { maxLength: 4 }), (text, spans) => {
        const input = { article, title: text.slice(0, 30), text, spans, attributions: undefined };
        const found = stanceOf({ ...input, language: 'en' });
        for (const { span: one } of found.evidence) {
          expect(one.begin).toBeGreaterThanOrEqual(0);
          expect(one.end).toBeLessThanOrEqual(text.length);
          expect(one.end).toBeGreaterThan(one.begin);
        }
        expect(found.amplifies).toBe(!['doubts', 'debunks'].includes(found.stance));
      }),
    );
  });

  it.each([
    ['one word repeated', 'false '.repeat(200_000)],
    ['no white space', 'a'.repeat(1_000_000)],
    ['one long sentence of signs', 'called that is a lie denied not hoax '.repeat(40_000)],
    ['many sentences of signs', 'That is a lie. Claim: he denied it. '.repeat(40_000)],
    ['open quotation marks', '“«" '.repeat(250_000)],
  ])('takes a hostile text: %s', (_, text) => {
    const spans = [{ begin: 0, end: 40 }];
    const found = stanceOf({ article, title: text, text, language: 'en', spans, attributions: [] });
    expect(found.evidence.length).toBeLessThanOrEqual(8);
  });
});
