import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openTagger } from '../tagging/perceptron.ts';
import { overlaps } from '../token-range.ts';
import { openRussianAttributions } from './find-russian.ts';

const tagger = openTagger('ru', shippedWeights);
const find = openRussianAttributions(shippedLexicon);
const findIn = (text: string) => find(tagger(documentOf({ text, language: 'ru' })));

/** `source | cue | content … content | mode`, one an attribution; `-` for what is not there. */
function read(text: string): string[] {
  const at = (span: { begin: number; end: number } | undefined) =>
    span === undefined ? '-' : text.slice(span.begin, span.end);
  return findIn(text).map(
    ({ source, cue, content, mode }) =>
      `${at(source)} | ${at(cue)} | ${content.map(at).join(' … ')} | ${mode}`,
  );
}

describe('openRussianAttributions', () => {
  const cases: readonly (readonly [string, string, ...string[]])[] = [
    [
      'a clause behind its subject',
      'Министр обороны Пётр Холландер заявил, что посольство закроют.',
      'Министр обороны Пётр Холландер | заявил | что посольство закроют | indirect',
    ],
    [
      'a clause behind a pronoun',
      'Он признал, что его служба закрыла это дело.',
      'Он | признал | что его служба закрыла это дело | indirect',
    ],
    [
      'a quotation, a dash and the speaker',
      '«Вы платите за флаг», — сказал генерал на слушаниях.',
      'генерал | сказал | «Вы платите за флаг» | direct',
    ],
    [
      'a question and the speaker',
      '«Кто это видел?» — спросила она.',
      'она | спросила | «Кто это видел?» | direct',
    ],
    [
      'an insertion in a quotation',
      '«Мы уйдём, — сказал посол, — если нас попросят».',
      'посол | сказал | «Мы уйдём … если нас попросят» | direct',
    ],
    [
      'speech behind a dash',
      '— Мы уйдём, — сказал посол. — Если нас попросят.',
      'посол | сказал | Мы уйдём … Если нас попросят | direct',
    ],
    [
      'a colon',
      'Посол ответил: «Список открыт и меняется».',
      'Посол | ответил | «Список открыт и меняется» | direct',
    ],
    [
      'a name, a colon, a quotation',
      'Холландер: «Мы никуда не уедем».',
      'Холландер | - | «Мы никуда не уедем» | direct',
    ],
    [
      'a statement and its speaker behind it',
      'Сербия вышлет хорватского дипломата, объявил в понедельник президент Вук Маранич.',
      'президент Вук Маранич | объявил | Сербия вышлет хорватского дипломата | indirect',
    ],
    [
      'an outlet that cites another',
      'Штат посольства вырос, сообщает «Радио Фаро» со ссылкой на агентство «Брухула».',
      '«Радио Фаро» | сообщает | Штат посольства вырос | indirect',
      'агентство «Брухула» | со ссылкой на | Штат посольства вырос | indirect',
    ],
    [
      'a plural verb and the body that speaks',
      'В МИД Никарагуа заявили, что список открыт.',
      'В МИД Никарагуа | заявили | что список открыт | indirect',
    ],
    [
      'in the words of',
      'По словам Ратхора, корабли вышли в море.',
      'Ратхора | По словам | корабли вышли в море | indirect',
    ],
    [
      'in his words, in the midst',
      'Штат посольства, по его словам, вырос вдвое.',
      'его | словам | Штат посольства … вырос вдвое | indirect',
    ],
    [
      'as somebody reports',
      'Как сообщает ТАСС, посольство закрыли.',
      'ТАСС | Как сообщает | посольство закрыли | indirect',
    ],
    [
      'a text that says',
      'Консульство закрыто, говорится в сообщении министерства.',
      'в сообщении министерства | говорится | Консульство закрыто | indirect',
    ],
    [
      'a participle',
      'В зал вошёл посол, заявивший, что уезжает.',
      'посол | заявивший | что уезжает | indirect',
    ],
    [
      'a gerund',
      'Посол покинул зал, сказав, что уезжает.',
      'Посол | сказав | что уезжает | indirect',
    ],
    [
      'an infinitive for content',
      'Москва пообещала ответить симметрично.',
      'Москва | пообещала | ответить симметрично | indirect',
    ],
    [
      'a topic for content',
      'Полиция сообщила о задержании двух человек.',
      'Полиция | сообщила | о задержании двух человек | indirect',
    ],
    [
      'an accusation',
      'Тегеран обвинил Стокгольм в давлении.',
      'Тегеран | обвинил | Стокгольм в давлении | indirect',
    ],
    [
      'a denial of a noun',
      'Правительство Эстонии опровергло сообщение о том, что выслало атташе.',
      'Правительство Эстонии | опровергло | сообщение о том, что выслало атташе | indirect',
    ],
    [
      'an adverb by which the reporter calls it false',
      'Посол ложно утверждал, что Сантьяго согласился.',
      'Посол | ложно утверждал | что Сантьяго согласился | indirect',
    ],
    [
      'the main clause behind a leading one, which is no content',
      'Хотя чиновники заявили, что посольство закроют, люди не согласны с этим.',
      'чиновники | заявили | что посольство закроют | indirect',
    ],
    [
      'what points back',
      'Посольство закроют в мае. Об этом сообщила полиция.',
      'полиция | сообщила | Посольство закроют в мае | indirect',
    ],
    [
      'the other way to write ё',
      'Он подчёркивает, что список закрыт.',
      'Он | подчёркивает | что список закрыт | indirect',
    ],
  ];
  for (const [name, text, ...expected] of cases) {
    it(`finds ${name}`, () => expect(read(text)).toEqual(expected));
  }

  it('finds nothing in what nobody says', () => {
    for (const text of [
      'Россия отозвала посла для консультаций и выслала трёх дипломатов.',
      'Посольство на запрос не ответило.',
      'Он не сказал, что уезжает.',
      'Вопросы подготовили редакторы.',
    ]) {
      expect(read(text), text).toEqual([]);
    }
  });

  it('marks what only names its source', () => {
    expect(findIn('По словам посла, список закрыт.')[0]).toMatchObject({
      accordingTo: true,
      cueLemma: 'по словам',
    });
  });

  it('keeps content apart from cue and source, and all inside the text', () => {
    const word = fc.constantFrom(
      ...'сказал заявил, что по словам его как сообщает посол МИД Иванов , . : « » " — и выросло не который заявивший сказав о том якобы уверен \n ; ( )'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        for (const { source, cue, content } of findIn(text)) {
          expect(content.length).toBeGreaterThan(0);
          for (const span of [...content, source, cue]) {
            if (span === undefined) continue;
            expect(span.begin).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.begin);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const [i, one] of content.entries()) {
            for (const other of [source, cue, ...content.slice(i + 1)]) {
              expect(other !== undefined && overlaps(one, other)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes hostile texts', () => {
    for (const text of [
      '',
      'а'.repeat(100_000),
      'сказал, что '.repeat(10_000),
      '«'.repeat(20_000),
    ]) {
      expect(() => findIn(text)).not.toThrow();
    }
  });
});
