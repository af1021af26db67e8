import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officePhrases } from './office-phrase.ts';

const one = (text: string) => {
  const [phrase] = officePhrases(text);
  return (
    phrase && [
      phrase.class,
      phrase.over,
      phrase.state ?? '-',
      ...(phrase.towards === undefined ? [] : [`to ${phrase.towards}`]),
      ...phrase.shades,
    ]
  );
};

describe('officePhrases', () => {
  test.each([
    ['head of US Northern Command', ['head', 'command northern', 'US']],
    ['Commander, United States Northern Command', ['head', 'command northern', 'US']],
    ['CIA Director', ['head', 'cia', '-']],
    ['director de la CIA', ['head', 'cia', '-']],
    ['глава ЦРУ', ['head', 'tsru', '-']],
    ['главы МИД России', ['minister', 'foreign', 'RU']],
    ['министр иностранных дел России', ['minister', 'foreign', 'RU']],
    ['Russian Foreign Minister', ['minister', 'foreign', 'RU']],
    ['ministro ruso de Exteriores', ['minister', 'foreign', 'RU']],
    ['secretario de Relaciones Exteriores', ['minister', 'foreign', '-']],
    ['US Defense Secretary', ['minister', 'defence', 'US']],
    ['head of the Ministry of Defence of Ukraine', ['minister', 'defence', 'UA']],
    ['госсекретарь США', ['minister', 'state', 'US']],
    ['US Secretary of State', ['minister', 'state', 'US']],
    ['the Russian ambassador to Mexico', ['ambassador', '', 'RU', 'to MX']],
    ['embajador de Rusia en México', ['ambassador', '', 'RU', 'to MX']],
    ['посол России в Мексике', ['ambassador', '', 'RU', 'to MX']],
    ['U.S. ambassador to the United Nations', ['ambassador', '', 'US', 'to UN']],
    ['presidente del Gobierno de España', ['prime-minister', '', 'ES']],
    ["Russia's president", ['president', '', 'RU']],
    ['President-elect of Mexico', ['president', '', 'MX', 'elect']],
    ['вице-премьер России', ['prime-minister', '', 'RU', 'deputy']],
    ['viceministra de Defensa', ['minister', 'defence', '-', 'deputy']],
    ['замминистра обороны', ['minister', 'defence', '-', 'deputy']],
    ['acting CIA director', ['head', 'cia', '-', 'acting']],
    ['и. о. министра обороны', ['minister', 'defence', '-', 'acting']],
    ['экс-глава ЦРУ', ['head', 'tsru', '-', 'former']],
    ['expresidente de Chile', ['president', '', 'CL', 'former']],
    ['NATO Secretary General', ['secretary-general', '', 'NATO']],
    ['генсек НАТО', ['secretary-general', '', 'NATO']],
    ['Kremlin spokesman', ['spokesperson', 'kremlin', '-']],
    ['пресс-секретарь Кремля', ['spokesperson', 'kremlin', '-']],
    ['senior CIA operations officer', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  test('«canciller» is read both ways', () => {
    const read = officePhrases('canciller alemán').map((phrase) => [phrase.class, phrase.state]);
    expect(read).toEqual([
      ['minister', 'DE'],
      ['chancellor', 'DE'],
    ]);
  });

  test('never throws, and a long text is no office', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => officePhrases(text).length <= 2),
    );
    expect(officePhrases('president '.repeat(1_000_000))).toEqual([]);
  });
});
