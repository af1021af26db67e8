/** Voice, word order, nominalisations and what is held back. All sentences are invented. */
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { PoliticalEvent, ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openReader } from '../read.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { openDeeds } from './deeds.ts';

const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });
const reading = (language: ReadLanguage, text: string) =>
  read({ id: '0' as ArticleId, text, language, outlet: '', published: '2024-05-16' });

const statesOf = (parties: PoliticalEvent['actors']): string =>
  parties.flatMap(({ state }) => state ?? []).join('+');

/** `kind status actors>recipients` of each event, in the order of the text. */
const linesOf = (language: ReadLanguage, text: string): string[] =>
  reading(language, text).events.map(
    ({ kind, status, actors, recipients }) =>
      `${kind} ${status} ${statesOf(actors)}>${statesOf(recipients)}`,
  );

describe('who does what to whom', () => {
  it.each([
    ['en', 'Two Russian officers were expelled from Austria.', 'expel happened AT>RU'],
    ['en', 'The expulsion of 12 Russian diplomats by Prague took a day.', 'expel happened CZ>RU'],
    ['en', 'Moldova ordered 45 Russian embassy employees to leave.', 'expel happened MD>RU'],
    ['en', 'Kenya declined an invitation from Sudan to visit Khartoum.', 'reject happened KE>SD'],
    [
      'en',
      'Turkey’s ambassador was summoned to the Greek Foreign Ministry.',
      'protest happened GR>TR',
    ],
    ['en', 'Relations between Mali and France have soured.', 'sour happened ML+FR>'],
    ['en', 'Russian cadets were included in the parade in Caracas.', 'parade happened RU>VE'],
    [
      'en',
      'Italy, after two days of talks with Libya, sent tents to Tunisia.',
      'aid happened IT>TN',
    ],
    ['en', 'Kuwait gave Sudan 10 million dollars.', 'aid happened KW>SD'],
    ['en', 'Israel Friday imposed sanctions on two Iranian banks.', 'sanction happened IL>IR'],
    ['en', 'Moscow said on Tuesday that Kyiv must return the ship.', 'other happened RU>UA'],
    [
      'en',
      'Ukraine has four consulates in Poland and plans to open a fifth.',
      'staff-change planned UA>PL',
    ],
    ['es', 'Cuatro funcionarios rusos fueron expulsados por Alemania.', 'expel happened DE>RU'],
    ['es', 'Fueron expulsados de Alemania cuatro diplomáticos rusos.', 'expel happened DE>RU'],
    ['es', 'Brasil llamó a consultas a su embajador en Israel.', 'recall happened BR>IL'],
    ['es', 'Los vínculos de Argentina con Bolivia se deterioraron.', 'sour happened AR+BO>'],
    ['ru', 'Четыре российских дипломата были высланы из Германии.', 'expel happened DE>RU'],
    ['ru', 'Высылка девяти российских дипломатов Болгарией началась.', 'expel happened BG>RU'],
    ['ru', 'Посла Турции вызвали в МИД Греции.', 'protest happened GR>TR'],
    ['ru', 'В параде в Каракасе прошли военные из Белоруссии.', 'parade happened BY>VE'],
  ] as const)('%s: %s', (language, text, line) => {
    expect(linesOf(language, text)).toEqual([line]);
  });

  it.each([
    ['en', 'Mexican President-elect Ana Ruiz smiled. Ruiz condemned Russia’s invasion.', 'MX>RU'],
    ['en', 'Ana Ruiz, Chile’s foreign minister, spoke. Ruiz accused Bolivia of delay.', 'CL>BO'],
    ['es', 'La canciller de Chile, Ana Ruiz, sonrió. Ruiz acusó a Bolivia de mentir.', 'CL>BO'],
  ] as const)('%s: reads the state of a person off her office: %s', (language, text, sides) => {
    const [event] = reading(language, text).events;
    expect(`${statesOf(event!.actors)}>${statesOf(event!.recipients)}`).toBe(sides);
  });

  it('lets an answer find whom it answers', () => {
    const text = 'Latvia expelled two Belarusian attachés. Minsk recalled its ambassador.';
    expect(linesOf('en', text)).toEqual(['expel happened LV>BY', 'recall happened BY>LV']);
  });

  it('counts ethnic groups to no foreign state', () => {
    const [event] = reading('en', 'Ethnic Albanians demonstrated in Serbia on Monday.').events;
    expect(statesOf(event!.actors)).not.toContain('AL');
  });
});

describe('whether it happened', () => {
  it.each([
    ['en', 'Peru has not ruled out expelling the Venezuelan consul.', 'expel hypothetical PE>VE'],
    [
      'en',
      'If Canada were to expel the Chinese consul, trade would end.',
      'expel hypothetical CA>CN',
    ],
    [
      'en',
      'Finland has not decided whether to close its consulate in Saint Petersburg.',
      'staff-change hypothetical FI>RU',
    ],
    ['en', 'Estonia denied that it had expelled a Chinese attaché.', 'expel negated EE>CN'],
    ['en', 'No Chinese diplomat has been expelled by Estonia.', 'expel negated EE>CN'],
    ['en', 'Serbia announced that it would expel a Croatian diplomat.', 'expel planned RS>HR'],
    ['en', 'Kenya voted to reject the pact with Qatar.', 'reject happened KE>QA'],
    ['en', 'Malta refused to receive the Libyan envoy.', 'reject happened MT>LY'],
    ['es', 'Panamá desmintió que haya retirado a su embajador en Cuba.', 'recall negated PA>CU'],
    ['es', 'Si Bogotá expulsara al cónsul venezolano, habría quejas.', 'expel hypothetical CO>VE'],
    ['es', 'El enviado de Perú se negó a recibir a la ministra chilena.', 'reject happened PE>CL'],
    ['ru', 'Если Оттава вышлет китайского консула, будет скандал.', 'expel hypothetical CA>CN'],
    ['ru', 'Армения отказалась принять посланника Азербайджана.', 'reject happened AM>AZ'],
    ['ru', 'Польша вышлет белорусского консула.', 'expel planned PL>BY'],
  ] as const)('%s: %s', (language, text, line) => {
    expect(linesOf(language, text)).toEqual([line]);
  });
});

describe('what is held back', () => {
  it.each([
    ['en', 'The club recalled two players from loan.'],
    ['en', 'A tenant was expelled from the building for unpaid rent.'],
    ['en', 'Do not blame Norway.'],
    ['en', 'The spokesman for Norway declined to comment.'],
    ['en', 'Former Swedish officers have criticised the plan.'],
    ['es', 'La cadena redujo su plantilla de 60 a 45 personas.'],
    ['ru', 'Нападающего удалили с поля.'],
  ] as const)('%s: %s', (language, text) => {
    expect(linesOf(language, text)).toEqual([]);
  });

  it('names when and where, as the text does', () => {
    const text = 'The Norwegian premier visited Riga on Monday.';
    const { events, dates } = reading('en', text);
    expect(dates[events[0]!.date!]?.text).toBe('Monday');
    expect(
      reading('en', 'Niger’s army fired at Malian troops in Gao.').events[0]!.place?.text,
    ).toBe('Gao');
  });

  it('points at the statement that tells it', () => {
    const text = 'Anna Berg said that Norway expelled two Russian diplomats.';
    const { events, attributions } = reading('en', text);
    expect(attributions[events[0]!.told!]?.source?.text).toBe('Anna Berg');
  });
});

describe('hostile texts', () => {
  const deedsIn = openDeeds(shippedLexicon);

  it.each([
    ['expelled', ['VERB']],
    ['Russian', ['ADJ']],
    ['the', ['DET']],
    ['Russia expelled', ['PROPN', 'VERB']],
    ['Russia said that', ['PROPN', 'VERB', 'SCONJ']],
    ['Russia agreed to', ['PROPN', 'VERB', 'PART']],
    ['it expelled its ambassador .', ['PRON', 'VERB', 'PRON', 'NOUN', 'PUNCT']],
    ['The ambassador expelled .', ['DET', 'NOUN', 'VERB', 'PUNCT']],
  ] as const)('reads 20,000 times "%s" in one breath', (words, tags) => {
    const plain = documentOf({ text: Array(20_000).fill(words).join(' '), language: 'en' });
    const tagged: TaggedDocument = {
      ...plain,
      tags: plain.tokens.map((_, i) => tags[i % tags.length]!),
      lemmas: plain.tokens.map(({ lower }) => lower),
    };
    const { events, positions } = deedsIn(tagged, [], [], []);
    const found = [...events, ...positions];
    expect(found.every(({ span }) => span.end <= plain.text.length)).toBe(true);
  });
});
