import { describe, expect, it } from 'vitest';
import type { CreditPlace } from '../domain/trace.ts';
import type { CascadeView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { echoTable } from './echo-table.ts';
import {
  article,
  cascade,
  dayOf,
  earliest,
  echo,
  pierCascade,
  START,
  wire,
  wireCredit,
} from './invented.fixture.ts';
import { markupText } from './markup.ts';
import { cascadeText } from './terminal/cascade.ts';
import { inkOf } from './terminal/ink.ts';
import { wiresMarkup } from './wires.ts';
import { wireWords } from './wording.ts';

const plain = (view: CascadeView, language: WordingLanguage = 'en'): string =>
  markupText(wiresMarkup(view, 'c-1', { language })!).replace(/<[^>]+>/g, '');
const lines = (view: CascadeView, all: boolean): string[] =>
  cascadeText(view, inkOf(false), all)
    .split('\n')
    .filter((line) => line.includes('Bay Wire'));

const first = article('First');
const second = article('Second');
const open = (...wires: CascadeView['wires']): CascadeView => {
  const day = { published: dayOf(START) };
  const members = [earliest(article('First', day)), earliest(article('Second', day))];
  return cascade('open', members, wires);
};
const signed = wireCredit(first, 'dateline', '[ROME (Bay Wire)] — The pier');
const said = wireCredit(second, 'via', 'one of them [told Bay Wire] on Monday');

describe('wireWords', () => {
  const sentence = (...args: Parameters<typeof wire>): string => {
    const { lead, rest } = wireWords(wire(...args));
    return `${lead} Bay Wire${rest}.`;
  };

  it('counts those who credit it among those who could', () => {
    expect(sentence([signed, said])).toBe(
      '1 of 10 members credits Bay Wire; the wire itself is not among the articles.',
    );
    const own = [{ article: second.id, outlet: 'Bay Wire' }];
    expect(sentence([signed, signed], { own, others: 9 })).toBe(
      '2 of the 9 other members credit Bay Wire; the wire itself is among the articles.',
    );
    expect(sentence([signed], { own, others: 1, ownEarliest: true })).toBe(
      '1 of the 1 other member credits Bay Wire; the wire itself is among the articles, earliest seen.',
    );
  });

  it('says less where less is known', () => {
    expect(sentence([signed, signed], { claim: 'cited' })).toBe(
      '2 of 10 members have something from Bay Wire; the wire itself is not among the articles.',
    );
    expect(sentence([said], { claim: 'said-to' })).toBe(
      'In 1 of 10 members something was said to Bay Wire.',
    );
  });
});

describe('wiresMarkup', () => {
  it('shows every credit with its words and the way to its row', () => {
    const page = markupText(wiresMarkup(pierCascade(), 'c-1')!);
    expect(page).toContain('<a href="#c-1-1"><bdi>Bay Courier</bdi></a>: dateline');
    expect(page).toContain(
      '“<bdi><b>LOWER BAY, Sept 23 (Bay Wire)</b> — The port workers say</bdi>”',
    );
    expect(page).toContain('<bdi lang="es">Nadie nos preguntó, <b>dijo a la agencia');
    expect(plain(pierCascade())).toMatch(
      /^3 of 8 members credit Bay Wire; .* The earliest seen here, Bay Courier, credits it\./,
    );
    expect(plain(pierCascade())).toContain('cited in a sentence, apart from the passage');
  });

  it('claims no earliest where the order is open, and names the wire’s own', () => {
    const view = open(
      wire([signed], {
        earliestCredits: [{ article: first.id, outlet: 'First' }],
        own: [{ article: second.id, outlet: 'Second' }],
      }),
    );
    expect(plain(view)).toContain('Of those that may be the earliest, it is credited by First.');
    expect(plain(view)).toContain('Its own: Second');
  });

  it('says of a credit beside the text where it stands, and of no characters', () => {
    const beside = (place: CreditPlace, text: string) => ({
      ...signed,
      place,
      before: '',
      text,
      after: '',
    });
    const words = 'Redacción / Bay Wire';
    const url = 'https://baywire.example/1';
    const view = open(
      wire([beside({ kind: 'authors', words }, words), beside({ kind: 'based-on', url }, url)]),
    );
    expect(plain(view)).toContain(`First: stated as author “${words}”`);
    expect(plain(view)).toContain(`First: stated as the work that it is taken from “${url}”`);
    expect(plain(view)).not.toContain('characters');
    expect(cascadeText(view, inkOf(false), true)).toContain(`First, stated as author: “${words}”`);
  });

  it('is worded in Spanish, its quotations in the language of their articles', () => {
    const text = plain(pierCascade(), 'es');
    expect(text).toMatch(
      /^3 de 8 miembros citan como fuente a Bay Wire; la propia agencia no está entre los artículos\. La más antigua vista aquí, Bay Courier, cita como fuente a esta agencia\./,
    );
    for (const words of [
      'Bay Courier: en la data caracteres 0–29 «LOWER BAY, Sept 23 (Bay Wire) — The',
      'en la firma caracteres',
      'citada en una frase, aparte del pasaje caracteres',
      'El Puente: se le declaró algo caracteres',
    ]) {
      expect(text).toContain(words);
    }
    const page = markupText(wiresMarkup(pierCascade(), 'c-1', { language: 'es' })!);
    expect(page).toContain('«<bdi lang="en"><b>LOWER BAY, Sept 23');
    expect(page).toContain('«<bdi>Nadie nos preguntó');
  });

  it('claims no more in Spanish where the order is open', () => {
    const text = plain(
      open(
        wire([signed], {
          earliestCredits: [{ article: first.id, outlet: 'First' }],
          own: [{ article: second.id, outlet: 'Second' }],
          ownEarliest: true,
        }),
      ),
      'es',
    );
    expect(text).toMatch(
      /^1 de 10 miembros más cita como fuente a Bay Wire; la propia agencia está entre los artículos, la más antigua vista\. De las que pueden ser la más antigua, citan como fuente a esta agencia: First\.De la propia agencia: Second/,
    );
    expect(plain(open(wire([signed], { claim: 'cited', others: 1 })), 'es')).toMatch(
      /^1 de 1 miembro dice tener algo de Bay Wire/,
    );
    expect(plain(open(wire([said], { claim: 'said-to' })), 'es')).toMatch(
      /^En 1 de 10 miembros se declaró algo a Bay Wire\./,
    );
    const url = 'https://baywire.example/1';
    const beside = { ...signed, place: { kind: 'based-on', url } as const, text: url };
    expect(plain(open(wire([beside])), 'es')).toContain('consta como la obra de la que procede «');
  });

  it('is nothing where members credit no wire', () => {
    expect(wiresMarkup(open(), 'c-1')).toBeUndefined();
  });
});

describe('an echo that states its original', () => {
  const view = cascade('stated', [
    earliest(first),
    echo(second, first, { creditText: 'EFE / Roe', creditIn: 'authors' }),
  ]);

  it('is told so in the table and for a terminal', () => {
    expect(markupText(echoTable(view, 'c-1'))).toContain(
      'kept</span>, <span class="dim">stated as author</span><div class="quote">“<bdi>EFE / Roe</bdi>”',
    );
    expect(cascadeText(view, inkOf(false), true)).toContain(
      'credit kept (stated as author: “EFE / Roe”)',
    );
  });
});

describe('cascadeText', () => {
  it('gives a line a wire, and with all of it every credit', () => {
    expect(lines(pierCascade(), false)).toEqual([
      '  3 of 8 members credit Bay Wire; the wire itself is not among the articles. The earliest seen here, Bay Courier, credits it.',
      '      likely from Bay Courier (shares the most text with it, 72 %; both credit Bay Wire, which may be the origin of both)',
    ]);
    const all = lines(pierCascade(), true);
    expect(all).toHaveLength(6);
    expect(all[1]).toBe(
      '      Bay Courier, dateline: “LOWER BAY, Sept 23 (Bay Wire) — The port workers say”',
    );
    expect(all[3]).toMatch(/Harbour Weekly, cited in a sentence, apart from the passage: “That/);
  });

  it('leaves out of a list what was only said to a wire', () => {
    const view = cascade(
      'said',
      [earliest(first), echo(second, first)],
      [wire([said], { claim: 'said-to' })],
    );
    expect(lines(view, false)).toEqual([]);
    expect(lines(view, true)).toHaveLength(2);
  });

  it('steers no terminal by a name or a credit', () => {
    const evil = wireCredit(first, 'byline', 'a\u001b[2J[\u202eBay Wire\u0007]');
    const text = cascadeText(open(wire([evil], { name: '\u001b[31mBay' })), inkOf(false), true);
    for (const harm of ['\u001b', '\u202e', '\u0007']) expect(text).not.toContain(harm);
  });
});
