import { describe, expect, test } from 'vitest';
import { stateHeaded } from './state-words.ts';

const CASES = `
KR Республики Корея|KR Южной Кореи|KP Корейской Народно-Демократической Республики|MX Мексики|MX Мексиканских Соединённых Штатов
ES Испании|ES Королевства Испания|ES Королевства Испании|US Соединённых Штатов Америки|US США|CN Китайской Народной Республики
IR Исламской Республики Иран|VE Боливарианской Республики Венесуэла|DE Федеративной Республики Германия|KZ Республики Казахстан
BY Республики Беларусь|SA Королевства Саудовская Аравия|LU Великого Герцогства Люксембург|CD Демократической Республики Конго
CG Республики Конго|QA Государства Катар|BS Содружества Багамских Островов|UY Восточной Республики Уругвай|IN Индии
PG Папуа – Новой Гвинеи|AE Объединённых Арабских Эмиратов|GB Великобритании|NL Королевства Нидерландов|IL Израиля|EG Арабской Республики Египет
KR República de Corea|KR Corea|KP República Popular Democrática de Corea|CN República Popular China|CD CONGO (REPÚBLICA DEMOCRÁTICA DEL)
US los Estados Unidos de América|NL el Reino de los Países Bajos|GR República Helénica|CI República de Côte d’Ivoire|DE República Federal de Alemania
RU Federación de Rusia|VE República Bolivariana de Venezuela|IR República Islámica de Irán|BO Estado Plurinacional de Bolivia|VA Santa Sede|EH República Árabe Saharaui Democrática
UY República Oriental del Uruguay|IN República de la India|JO Reino Hachemita de Jordania|GB Reino Unido de Gran Bretaña e Irlanda del Norte
ES ROYAUME D’ESPAGNE|BE ROYAUME DE BELGIQUE|NL ROYAUME DES PAYS-BAS|DE République fédérale d’Allemagne|IT République italienne|KP Corée (République populaire démocratique de)
KR République de Corée|CN République populaire de Chine|LU GRAND-DUCHÉ DE LUXEMBOURG|IR République islamique d’Iran|US États-Unis d’Amérique|AR République argentine
TR République de Türkiye|CH Confédération suisse|VN République socialiste du Viet Nam|CD République démocratique du Congo|SE Suède|EG République arabe d'Égypte
KR Republic of Korea|KP Democratic People's Republic of Korea|GB United Kingdom of Great Britain and Northern Ireland|DE FEDERAL REPUBLIC OF GERMANY`;

describe('stateHeaded', () => {
  test.each(
    CASES.trim()
      .split(/[|\n]/)
      .map((one) => [one.slice(3), one.slice(0, 2)] as const),
  )('%s: %s', (text, state) => {
    expect(stateHeaded(text)?.state).toBe(state);
    expect(stateHeaded(text.toUpperCase())?.state).toBe(state);
  });

  test.each([
    'Республики',
    'Республики Абхазия',
    'República de',
    'ROYAUME DE',
    'Soberana Orden de Malta',
    'Attaché de l’Allemagne',
    'Г-н КВОРРИН, Мексика',
    '',
    `${'республики '.repeat(1e5)}Мексики`,
  ])('no state: %.30s', (text) => expect(stateHeaded(text)).toBeUndefined());

  test('the name is the heading’s own, and nothing that stands beside it', () => {
    expect(stateHeaded('Principauté de Monaco')?.name).toBe('Principauté de Monaco');
    for (const beside of ['Principauté de Monaco (Abel Quorrin)', 'Испании, Абель Кворрин']) {
      expect(stateHeaded(beside)?.name ?? '').not.toMatch(/quorrin|кворрин/iu);
    }
    expect(stateHeaded(' Королевства Испания ')).toEqual({
      state: 'ES',
      name: 'Испания',
    });
  });
});
