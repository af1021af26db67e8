import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BriefingLanguage, Footing } from '../../domain/briefing.ts';
import type { Estimate } from '../../domain/judgement.ts';
import { facts } from './briefing.fixture.ts';
import { gate, type ProposedSentence } from './gate.ts';

const FACTS = facts();

function passageFooting(quote: string, more: { name?: string; title?: string } = {}): Footing {
  return {
    kind: 'passage',
    n: 1,
    quote,
    span: { begin: 0, end: quote.length },
    language: 'en',
    source: {
      name: more.name ?? 'Bay Courier',
      title: more.title ?? 'Port workers were never asked',
      url: undefined,
      day: '2024-09-23',
      digest: undefined,
    },
  };
}

const QUOTE = 'The port workers say that nobody asked them before the pier was leased';
const PASSAGE = passageFooting(QUOTE);
const COUNT: Footing = { kind: 'count', n: 2, what: 'publishers: 4', command: 'atalaya show c' };
const ALERT: Footing = {
  kind: 'count',
  n: 3,
  what: 'Alert',
  command: 'atalaya alert a1a1a1a1a1a1a1a1',
};

function sentence(
  text: string,
  footings: readonly Footing[] = [PASSAGE, COUNT],
  confidence?: Estimate,
): ProposedSentence {
  return { part: 'cascades', text, footings, ...(confidence !== undefined && { confidence }) };
}

function why(one: ProposedSentence, language: BriefingLanguage = 'en'): string | undefined {
  const { kept, refused } = gate([one], FACTS, language);
  expect(kept.length + refused.length).toBe(1);
  if (refused[0] !== undefined) expect(refused[0].why).not.toBe('');
  return refused[0]?.why;
}

describe('gate', () => {
  test.each([
    'The earliest seen is Bay Courier.',
    `In Bay Courier it reads “${QUOTE}”.`,
    'It reads "nobody asked them" in Bay Courier.',
    'It reads “… nobody asked them before …”.',
    'At least 4 publishers carried it.',
    'At least four publishers carried it.',
    'It was published on 23 September 2024.',
    'It was published on 2024-09-23, in September 2024.',
    'On XV in XS nothing else is known.',
    'Port workers said so.',
  ])('keeps what its sources bear out: %s', (text) => {
    expect(why(sentence(text))).toBeUndefined();
  });

  test.each([
    ['without any source', sentence('The port workers were asked.', []), 'It has no source.'],
    ['that says nothing', sentence(' '), 'It says nothing.'],
    ['with an invented quotation', sentence('It reads “everybody asked them”.'), 'everybody asked'],
    ['with words run together', sentence('It reads “nobody them”.'), 'nobody them'],
    ['with an open quotation', sentence('It reads “nobody asked.'), 'no other end'],
    ['with another number', sentence('At least 5 publishers carried it.'), 'number 5'],
    ['with a number in words', sentence('At least five publishers carried it.'), 'number five'],
    ['with a part of a number', sentence('At least 40 publishers carried it.'), 'number 40'],
    ['with a magnitude', sentence('Thousands carried it.'), 'thousands'],
    ['with digits of another script', sentence('At least ٥ publishers.'), 'number ٥'],
    ['with another day', sentence('It was published on 22 September 2024.'), '22 September 2024'],
    ['with another month', sentence('It was published in May 2024.'), 'May 2024'],
    ['with an unknown name', sentence('Behind it stands Radio Valdoria.'), 'Radio Valdoria'],
    ['with half a known name', sentence('Behind it stands Bay Times.'), 'Bay Times'],
    ['that begins with a name', sentence('Valdoria stands behind it.'), 'Valdoria'],
    ['with a name in another script', sentence('Behind it stands Маяк.'), 'Маяк'],
    ['with a name before a quotation', sentence('It is Radio “nobody asked them” Bay.'), 'Radio'],
    ['that proves', sentence('This proves that nobody asked.'), 'proves'],
    ['that names a cause', sentence('The lease caused it.'), 'caused'],
    ['that labels people', sentence('He is an agent of a spy network.'), 'agent'],
    ['with a grade of its own', sentence('It is likely true.'), 'likely'],
    ['with a loose grade', sentence('It is undoubtedly true.'), 'undoubtedly'],
    [
      'with another grade than the alert’s',
      sentence('It is likely.', [ALERT], 'likely'),
      'graded “likely”',
    ],
  ])('refuses a sentence %s', (_, one, reason) => {
    expect(why(one)).toContain(reason);
  });

  test('a grade of the alert that it rests on passes, once', () => {
    expect(why(sentence('That is very likely.', [ALERT], 'very likely'))).toBeUndefined();
    const twice = 'That is very likely, and this is very likely.';
    expect(why(sentence(twice, [ALERT], 'very likely'))).toContain('one judgement');
    expect(why(sentence('That is very likely.', [ALERT]))).toContain('very likely');
    expect(why(sentence('That is unlikely.', [ALERT], 'very likely'))).toContain('unlikely');
  });

  test('words that the desk does not use pass inside quotations and names of sources', () => {
    const spy = passageFooting('a spy network, he said', { name: 'Secret Agent Review' });
    expect(
      why(sentence('In Secret Agent Review it reads “a spy network”.', [spy])),
    ).toBeUndefined();
    expect(why(sentence('It is a spy network.', [spy]))).toContain('spy');
    // A source called by such a word alone hides nothing.
    const named = passageFooting('words', { name: 'proves' });
    expect(why(sentence('It proves so.', [named]))).toContain('proves');
  });

  test('the same holds in Spanish', () => {
    const es = (text: string, footings = [PASSAGE, COUNT]): string | undefined =>
      why(sentence(text, footings), 'es');
    expect(es('Lo más temprano que se ha visto es de Bay Courier.')).toBeUndefined();
    expect(es('Se publicó el 23 de septiembre de 2024 en 4 medios.')).toBeUndefined();
    expect(es('Se publicó el 22 de septiembre de 2024.')).toContain('22 de septiembre');
    expect(es('Lo llevaron cinco medios.')).toContain('cinco');
    expect(es('Detrás está Radio Valdoria.')).toContain('Radio Valdoria');
    expect(es('Esto demuestra que nadie preguntó.')).toContain('demuestra');
    expect(es('Es una red de espías.')).toContain('espías');
    expect(es('Es muy probable.')).toContain('muy probable');
    expect(es('Se lee «todo el mundo preguntó».')).toContain('todo el mundo');
  });

  test('thousands are read as the language writes them', () => {
    const many: Footing = { ...COUNT, what: 'articles: 1,412' };
    const plain: Footing = { ...COUNT, what: 'artículos: 1412' };
    expect(why(sentence('There are 1,412 articles.', [many]))).toBeUndefined();
    expect(why(sentence('There are 1412 articles.', [many]))).toBeUndefined();
    expect(why(sentence('Hay 1.412 artículos.', [plain]), 'es')).toBeUndefined();
    expect(why(sentence('There are 1.412 articles.', [plain]))).toContain('1.412');
    expect(why(sentence('There are 412 articles.', [many]))).toContain('412');
  });

  test('no number, name or quotation from nowhere passes', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
    const known = (name: string): boolean =>
      `${QUOTE} bay courier xv xs`.toLowerCase().includes(name.toLowerCase());
    fc.assert(
      fc.property(word, fc.integer({ min: 5, max: 1e6 }), (name, n) => {
        fc.pre(!known(name) && n !== 2024 && n !== 23 && n !== 9);
        expect(why(sentence(`It is carried by ${name}.`))).toContain(name);
        expect(why(sentence(`It is in ${n} articles.`))).toContain(String(n));
        expect(why(sentence(`It reads “${name}”.`))).toContain(name);
      }),
      { numRuns: 60 },
    );
  });

  test('any text gets an answer, in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { kept, refused } = gate([sentence(text)], FACTS, 'en');
        return kept.length + refused.length === 1;
      }),
    );
    for (const piece of ['“', "'", ' A', '«', '1.', '…', 'spy ']) {
      expect(why(sentence(piece.repeat(200_000)))).toBeDefined();
      expect(() => why(sentence(piece.repeat(600)))).not.toThrow();
    }
  });
});
