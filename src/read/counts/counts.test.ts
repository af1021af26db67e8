import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READ_LANGUAGES, type ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { countsSchema } from './count-lexicon.ts';
import { countsIn, lineOf, statement, tagged } from './counting.fixture.ts';
import { openCounts } from './counts.ts';

describe('openCounts', () => {
  it('points at the words that state a count', () => {
    const text = 'In March, Oslo expelled at least 12 Russian diplomats.';
    const [count] = countsIn('en', text);
    expect(count?.text).toBe('at least 12 Russian diplomats');
    expect(text.slice(count!.span.begin, count!.span.end)).toBe(count!.text);
    expect([count!.sender?.text, count!.host?.text]).toEqual(['Russian', 'Oslo']);
    expect(count!.number).toEqual({ min: 12, max: null });
  });

  it('says when, if the clause does', () => {
    const dated = countsIn('en', 'Oslo expelled 12 Russian diplomats on Monday, two papers wrote.');
    const undated = countsIn('en', 'The mission had doubled since 2021, Oslo said on Monday.');
    expect(dated.map(({ asOf }) => asOf)).toEqual([0]);
    expect(undated.map(({ asOf }) => asOf)).toEqual([]);
  });

  it('dates a cap by the day on which it begins', () => {
    const text =
      'Quito limits Iran to seven diplomats this month. The cap begins on November 1, 2024.';
    expect(countsIn('en', text).map((one) => [lineOf(one), one.asOf])).toEqual([
      ['cap 7 diplomats country IR>EC happened', 1],
    ]);
  });

  it('names the innermost statement that tells it', () => {
    const text =
      'Radio Faro reports that a minister said that Riga expelled two Iranian diplomats.';
    const outer = statement(text, text.slice('Radio Faro reports that '.length), 'says');
    const inner = statement(text, 'Riga expelled two Iranian diplomats.', 'says');
    expect(countsIn('en', text, [outer, inner]).map(({ told }) => told)).toEqual([1]);
    expect(countsIn('en', text, [inner, outer]).map(({ told }) => told)).toEqual([0]);
    expect(countsIn('en', text).map(({ told }) => told)).toEqual([undefined]);
  });

  it.each(['denies', 'falsely-claims'] as const)(
    'takes as not happened what somebody %s',
    (how) => {
      const text = 'A blog wrote that Riga expelled two Iranian diplomats.';
      const told = statement(text, 'Riga expelled two Iranian diplomats.', how);
      expect(countsIn('en', text, [told]).map(({ status }) => status)).toEqual(['negated']);
      const outer = { ...statement(text, text.slice('A blog '.length), how) };
      const within = {
        ...statement(text, 'Riga expelled two Iranian diplomats.', 'says'),
        within: 0,
      };
      expect(countsIn('en', text, [outer, within]).map(({ status }) => status)).toEqual([
        'negated',
      ]);
    },
  );

  it('holds no name of a person', () => {
    const text =
      'Staff numbers at the Russian embassy in Oslo, Ivar Lund and Ada Vik say, have grown.';
    for (const { text: words, sender, host } of countsIn('en', text)) {
      expect(`${words} ${sender?.text} ${host?.text}`).not.toMatch(/Ivar|Lund|Ada|Vik/);
    }
  });

  it('gives neither sender nor host where no state is named', () => {
    expect(countsIn('en', 'The embassy has 12 diplomats.')).toEqual([]);
  });

  it.each(READ_LANGUAGES)('reads nothing in an empty text: %s', (language) => {
    expect(countsIn(language, '')).toEqual([]);
  });

  it('reads texts that no reader expects to their end', () => {
    const counts = openCounts(shippedLexicon);
    const texts: readonly [ReadLanguage, string][] = [
      ['en', 'diplomats '.repeat(100_000)],
      ['en', 'the number of embassy diplomats has grown to 12 '.repeat(10_000)],
      ['es', 'redujo de 80 a 25 el número de empleados de su embajada '.repeat(10_000)],
      ['ru', 'штат посольства вырос на 12 человек до 40, '.repeat(10_000)],
      ['en', 'embassy12diplomats'.repeat(50_000)],
    ];
    for (const [language, text] of texts) {
      const { tokens, ...rest } = tagged(language, '');
      const words = text.split(' ').map((word) => ({ text: word, lower: word }));
      const sentence = { first: 0, last: words.length, begin: 0, end: text.length, paragraph: 0 };
      const kind = (word: string) => (/^\d/.test(word) ? ('number' as const) : ('word' as const));
      let begin = 0;
      const document = {
        ...rest,
        text,
        tokens: words.map((word) => {
          const end = begin + word.text.length;
          const token = { ...word, begin, end, kind: kind(word.text), capital: false, sentence: 0 };
          begin = end + 1;
          return token;
        }),
        sentences: [sentence],
        tags: words.map(() => 'NOUN' as const),
        lemmas: words.map(({ lower }) => lower),
      };
      expect(tokens).toEqual([]);
      expect(counts(document, [], [], [])).toEqual([]);
    }
  });

  it('points into the text, whatever stands in it', () => {
    const words = [
      ...['Russia', 'Mexico', 'embassy', 'the', 'its', 'diplomats', '12', 'expelled', 'to', 'from'],
      ...['has', 'grown', 'staff', 'of', 'in', ',', '.', 'not', 'may', 'at least', 'consulates'],
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, (written) => {
        for (const count of countsIn('en', written)) {
          const { span, sender, host, number } = count;
          expect(written.slice(span.begin, span.end)).toBe(count.text);
          expect(count.text).not.toBe('');
          expect(sender?.state === undefined || sender.state !== host?.state).toBe(true);
          if (number?.max != null) expect(number.min).toBeLessThanOrEqual(number.max);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the lists of counts', () => {
  it.each(READ_LANGUAGES)('are what the reader asks for: %s', (language) => {
    expect(countsSchema.safeParse(shippedLexicon('counts', language)).error).toBeUndefined();
  });

  it.each(READ_LANGUAGES)('hold no phrase twice, and none with spaces around: %s', (language) => {
    const { classes } = countsSchema.parse(shippedLexicon('counts', language));
    for (const [name, phrases] of Object.entries(classes)) {
      expect(new Set(phrases).size, name).toBe(phrases.length);
      expect(
        phrases.filter((phrase) => phrase !== phrase.trim().toLowerCase()),
        name,
      ).toEqual([]);
    }
  });

  it('say which list is wrong and where', () => {
    const counts = openCounts((kind, language) =>
      kind === 'counts' ? { classes: {} } : shippedLexicon(kind, language),
    );
    const document = tagged('en', 'Oslo expelled 12 Russian diplomats.');
    expect(() => counts(document, [], [], [])).toThrow(/^lexicon counts\.en, at classes\./);
  });
});
