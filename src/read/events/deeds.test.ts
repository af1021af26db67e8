/** What happened, by whom, to whom, and whether at all; who stands where. Invented sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { Reading, ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { openReader } from '../read.ts';
import { openDeeds } from './deeds.ts';

const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });
const reading = (language: ReadLanguage, text: string): Reading =>
  read({ id: '0' as ArticleId, text, language, outlet: '', published: '2024-09-23' });

/** `kind status actors>recipients`, in the order of the text. */
const deeds = (language: ReadLanguage, text: string): string[] =>
  reading(language, text).events.map(({ kind, status, actors, recipients }) => {
    const states = (parties: typeof actors) => parties.map(({ state }) => state ?? '?').join('+');
    return `${kind} ${status} ${states(actors)}>${states(recipients)}`;
  });

describe('events', () => {
  it.each([
    ['en', 'Norway expelled fifteen Russian diplomats on Monday.', 'expel happened NO>RU'],
    ['en', 'Fifteen Russian diplomats were expelled by Norway.', 'expel happened NO>RU'],
    ['en', 'Norway did not expel any Russian diplomat.', 'expel negated NO>RU'],
    ['en', 'Norway will expel two Russian diplomats next week.', 'expel planned NO>RU'],
    ['en', 'Norway could expel the Russian ambassador.', 'expel hypothetical NO>RU'],
    ['en', 'Russia recalled its ambassador from Poland.', 'recall happened RU>PL'],
    ['es', 'Ecuador expulsó el lunes a tres diplomáticos nicaragüenses.', 'expel happened EC>NI'],
    ['es', 'Ecuador no expulsó a ningún diplomático nicaragüense.', 'expel negated EC>NI'],
    ['es', 'Colombia podría expulsar al embajador de Venezuela.', 'expel hypothetical CO>VE'],
    ['ru', 'Норвегия выслала пятнадцать российских дипломатов.', 'expel happened NO>RU'],
    ['ru', 'Норвегия не высылала российских дипломатов.', 'expel negated NO>RU'],
  ] as const)('%s: %s', (language, text, deed) => {
    expect(deeds(language, text)).toContain(deed);
  });

  it('points at the words that name the deed, in their sentence', () => {
    const text = 'It was cold. Norway expelled two Russian diplomats.';
    const [event] = reading('en', text).events;
    expect(text.slice(event!.span.begin, event!.span.end)).toBe(event!.text);
    expect(text.slice(event!.sentence.begin, event!.sentence.end)).toMatch(/^Norway/);
  });

  it.each([
    ['en', 'The defender was expelled from the match after a second yellow card.'],
    ['es', 'El delantero fue expulsado del partido en el minuto diez.'],
    ['en', ''],
    ['ru', 'Погода была хорошей.'],
  ] as const)('%s: tells nothing between states of "%s"', (language, text) => {
    expect(deeds(language, text).filter((deed) => /[A-Z]{2}/.test(deed))).toEqual([]);
  });

  it('keeps every span inside the text, whatever the text', () => {
    const word = fc.constantFrom(
      ...'Norway expelled the Russian ambassador , . and not will by from Moscow “ ” who 12 said'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const { events, positions } = reading('en', text);
        for (const { span, text: shown } of [...events, ...positions]) {
          expect(text.slice(span.begin, span.end)).toBe(shown);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('names the list that is damaged', () => {
    const broken =
      (list: string) =>
      (kind: string, language: ReadLanguage): unknown =>
        kind === list ? { verbs: 1 } : shippedLexicon(kind, language);
    const document = { language: 'en' } as never;
    expect(() => openDeeds(broken('events'))(document, [], [], [])).toThrow(/events\.en/);
    expect(() => openDeeds(broken('positions'))(document, [], [], [])).toThrow(/positions\.en/);
  });
});

describe('positions', () => {
  const stands = (language: ReadLanguage, text: string): string[] =>
    reading(language, text).positions.map(
      ({ stance, holder, towards }) => `${holder.state ?? holder.text} ${stance} ${towards.text}`,
    );

  it.each([
    ['en', 'Hungary opposes the new sanctions.', 'HU opposes the new sanctions'],
    ['en', 'Poland supports the measures.', 'PL supports the measures'],
    ['en', 'Malta is against the ban.', 'MT opposes the ban'],
    ['es', 'Chile apoya las sanciones.', 'CL supports las sanciones'],
    ['ru', 'Польша поддерживает санкции.', 'PL supports санкции'],
  ] as const)('%s: %s', (language, text, position) => {
    expect(stands(language, text)).toContain(position);
  });

  it.each(['Hungary does not oppose the sanctions.', 'The beam supports the roof of the hall.'])(
    'takes no state’s side in "%s"',
    (text) => {
      expect(stands('en', text).filter((one) => /^[A-Z]{2} /.test(one))).toEqual([]);
    },
  );
});
