/** Who appears in the planted ladders: invented outlets, persons and agencies, drawn by a seeded chance. */
import type { ReadLanguage } from '../src/domain/reading.ts';

/** A seeded chance (mulberry32, public domain): the same seed, the same draws. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const shuffle = <T>(items: readonly T[]): T[] => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  };
  return { below, shuffle, pick: (items) => items[below(items.length)]! };
}

export interface Outlet {
  readonly name: string;
  readonly domain: string;
}

const EN_PLACES = ['Harrow', 'Lowmere', 'Castell', 'Dunvale', 'Ostley', 'Brackwater', 'Penfold'];
const EN_KINDS = ['Courier', 'Gazette', 'Tribune', 'Observer', 'Ledger', 'Herald'];
const ES_KINDS = ['El Correo de', 'La Voz de', 'El Diario de', 'El Faro de', 'Radio'];
const ES_PLACES = [
  ['Valdemora', 'valdemora'],
  ['Santa Ibera', 'santaibera'],
  ['Río Claro', 'rioclaro'],
  ['Monterreal', 'monterreal'],
  ['Puerto Lindo', 'puertolindo'],
  ['Peñarrubia', 'penarrubia'],
  ['Las Ceibas', 'lasceibas'],
] as const;
const RU_KINDS = [
  ['вести', 'vesti'],
  ['газета', 'gazeta'],
  ['хроника', 'khronika'],
  ['правда', 'pravda'],
] as const;
const RU_PLACES = [
  ['Лесогорская', 'lesogorskaya'],
  ['Белоречная', 'belorechnaya'],
  ['Верхнедольская', 'verkhnedolskaya'],
  ['Новоозёрная', 'novoozyornaya'],
  ['Краснохолмская', 'krasnokholmskaya'],
  ['Староградская', 'starogradskaya'],
] as const;

/** All outlets of a language, in one order. */
const OUTLETS: Readonly<Record<ReadLanguage, readonly Outlet[]>> = {
  en: EN_PLACES.flatMap((place) =>
    EN_KINDS.map((kind) => ({ name: `${place} ${kind}`, domain: host(`${place}${kind}`) })),
  ),
  es: ES_PLACES.flatMap(([place, slug]) =>
    ES_KINDS.map((kind) => ({ name: `${kind} ${place}`, domain: host(`${kind}${slug}`) })),
  ),
  ru: RU_PLACES.flatMap(([place, slug]) =>
    RU_KINDS.filter(([kind]) => kind !== 'вести').map(([kind, word]) => ({
      name: `${place} ${kind}`,
      domain: host(`${slug}${word}`),
    })),
  ),
};

function host(words: string): string {
  return `${words.replaceAll(' ', '').toLowerCase()}.example`;
}

/** Different outlets of one language. */
export function outletsOf(language: ReadLanguage, count: number, chance: Chance): Outlet[] {
  return chance.shuffle(OUTLETS[language]).slice(0, count);
}

/** Persons by language. All are men: the Russian texts are. */
const PERSONS: readonly Readonly<Record<ReadLanguage, string>>[] = [
  { en: 'Ivor Talmek', es: 'Ivor Talmek', ru: 'Ивор Талмек' },
  { en: 'Otto Brenkas', es: 'Otto Brenkas', ru: 'Отто Бренкас' },
  { en: 'Tadeo Lunaris', es: 'Tadeo Lunaris', ru: 'Тадео Лунарис' },
  { en: 'Pavel Grennik', es: 'Pavel Grennik', ru: 'Павел Гренник' },
  { en: 'Hugo Estremar', es: 'Hugo Estremar', ru: 'Уго Эстремар' },
  { en: 'Benno Aldrish', es: 'Benno Aldrish', ru: 'Бенно Олдриш' },
  { en: 'Martin Kolvane', es: 'Martín Kolvane', ru: 'Мартин Колвейн' },
  { en: 'Andrei Sorvin', es: 'Andréi Sorvin', ru: 'Андрей Сорвин' },
];

/** Different persons. */
export function personsOf(count: number, chance: Chance): Readonly<Record<ReadLanguage, string>>[] {
  return chance.shuffle(PERSONS).slice(0, count);
}

/** Invented agencies, which are among the articles. */
const WIRES: Readonly<Record<ReadLanguage, Outlet>> = {
  en: { name: 'Norvia Wire', domain: 'norviawire.example' },
  es: { name: 'Agencia Cordal', domain: 'agenciacordal.example' },
  ru: { name: 'Агентство Северин', domain: 'severin.example' },
};
export const wireOf = (language: ReadLanguage): Outlet => WIRES[language];

/** Agencies that exist, by names that the product knows; they wrote nothing of this. */
export const ABSENT_WIRES: Readonly<Record<ReadLanguage, readonly string[]>> = {
  en: ['AP', 'Reuters', 'AFP'],
  es: ['EFE', 'Europa Press', 'AFP'],
  ru: ['ТАСС', 'Интерфакс', 'РИА Новости'],
};

/** Days as the texts name them (Russian in the accusative behind "в"), by the day of the week from 0. */
const DAYS: Readonly<Record<ReadLanguage, Readonly<Record<number, string>>>> = {
  en: { 1: 'Monday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' },
  es: { 1: 'lunes', 3: 'miércoles', 4: 'jueves', 5: 'viernes' },
  ru: { 1: 'понедельник', 3: 'среду', 4: 'четверг', 5: 'пятницу' },
};
export const WEEKDAYS = [1, 3, 4, 5] as const;
export const dayName = (language: ReadLanguage, weekday: number): string =>
  DAYS[language][weekday]!;
