import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../domain/checks.ts';
import { verdictOf } from './ratings.ts';

/** Ratings as checkers word them, by what they come down to. */
const TABLE: Readonly<Record<Verdict, readonly string[]>> = {
  false: [
    'False',
    'FALSE.',
    'Pants on Fire!',
    'pants-fire',
    'Four Pinocchios',
    '4 Pinocchios',
    'Fake',
    'Hoax',
    'Misattributed',
    'Incorrect attribution',
    'Not true',
    'This is not true.',
    'This claim isn’t accurate',
    'Not authentic',
    'The letter is fake.',
    'Completely false',
    'False, and the video is old',
    'False: the true figure is 12',
    'Did not happen',
    'Bulo',
    'Falso',
    'Es falso',
    '¡FALSO!',
    'Mentira',
    'No es cierto',
    'Totalmente falso',
    'Boato',
    'É falso',
    'Não é verdade',
    'Pimenta na língua',
    'Errado',
    'Faux',
    'C’est faux',
    "Ce n'est pas vrai",
    'Infox',
    'Falsch',
    'Frei erfunden',
    'Nicht wahr',
    'Stimmt nicht',
    'Ложь',
    'Фейк',
    'Неправда',
    'Не правда',
    'Это не верно',
    'Не соответствует действительности',
  ],
  'mostly-false': [
    'Mostly False',
    'barely-true',
    'Largely incorrect',
    'Three Pinocchios',
    'Mayormente falso',
    'Mayoritariamente falso',
    'Plutôt faux',
    'Größtenteils falsch',
    'В основном ложь',
    'Скорее неправда',
  ],
  misleading: [
    'Misleading',
    'Missing context',
    'Needs context',
    'Miscaptioned',
    'Outdated',
    'Old video',
    'Distorts the facts',
    'False context',
    'True, but misleading',
    'true but missing context',
    'Partly misleading',
    'Engañoso',
    'Engañosa',
    'Fuera de contexto',
    'Exagerado',
    'Enganoso',
    'Distorcido',
    'Trompeur',
    'Hors contexte',
    'Irreführend',
    'Fehlender Kontext',
    'Манипуляция',
    'Вводит в заблуждение',
    'Вырвано из контекста',
  ],
  altered: [
    'Altered',
    'Doctored photo',
    'Edited video',
    'Deepfake',
    'AI-generated',
    'Manipulado',
    'Montaje',
    'Montagem',
    'Photomontage',
    'Manipuliert',
    'Фотомонтаж',
  ],
  satire: ['Satire', 'Labeled Satire', 'Sátira', 'Parodie', 'Сатира'],
  mixed: [
    'Half True',
    'half-true',
    'Mixture',
    'Two Pinocchios',
    'Partly false',
    'Partially true',
    'Half true, half false',
    'True and false',
    'Truth! & Fiction!',
    'Not entirely true',
    'Not quite right',
    'Verdad a medias',
    'Falso en parte',
    'No es del todo cierto',
    'Meia verdade',
    'Parcialmente falso',
    'Vrai en partie',
    'Teilweise falsch',
    'Halbwahrheit',
    'Полуправда',
    'Отчасти правда',
  ],
  unproven: [
    'Unproven',
    'No evidence',
    'There is no evidence of this',
    'Not proven',
    'Unverified',
    'Probably false',
    'Not necessarily true',
    'Might be fake',
    'Sin evidencias',
    'Sin pruebas',
    'No hay pruebas de que ocurriera',
    'Insostenible',
    'Sem provas',
    'Sans preuves',
    'Unbelegt',
    'Keine Beweise',
    'Нет доказательств',
    'Не подтверждено',
  ],
  'mostly-true': [
    'Mostly True',
    'Mostly accurate',
    'Nearly true',
    'One Pinocchio',
    'True, but details are missing',
    'Verdadero, pero',
    'Verdadero, pero…',
    'Cierto, pero con matices',
    'Praticamente certo',
    'Verdadeiro, mas...',
    'Plutôt vrai',
    'Größtenteils richtig',
    'В основном правда',
  ],
  true: [
    'True',
    'Correct Attribution',
    'Correctly attributed',
    'Geppetto Checkmark',
    'Not false',
    'Not a hoax',
    'Verdadero',
    'No es falso',
    'Verdad',
    'Verdadeiro',
    'Vrai',
    'Wahr',
    'Richtig',
    'Правда',
    'Верно',
  ],
  other: [
    '',
    '?',
    '★★★',
    '3',
    'Full Flop',
    'Scam',
    'Explainer',
    'Not misleading',
    'No manipulation',
    'Not mostly true',
    'Not satire',
    'Real estate agents reply',
    'Real photo, wrong date',
    'The true story of the bridge',
    'Nobody knows whether it is true',
    'Zzyzx',
    'Fałsz',
  ],
};

const ROWS = Object.entries(TABLE).flatMap(([verdict, ratings]) =>
  ratings.map((rating): [string, string] => [rating, verdict]),
);

describe('verdictOf', () => {
  it.each(ROWS)('reads %j as %s', (rating, verdict) => {
    expect(verdictOf(rating)).toBe(verdict);
  });

  it('minds neither case nor the marks on letters', () => {
    for (const [rating, verdict] of ROWS) {
      const bare = rating.normalize('NFD').replace(/\p{M}/gu, '');
      expect([bare, verdictOf(bare.toUpperCase())]).toEqual([bare, verdict]);
    }
  });

  it('knows words that differ by language', () => {
    expect(verdictOf('No verdadeiro', undefined, 'pt')).toBe('true');
    expect(verdictOf('No verdadero', undefined, 'es')).toBe('false');
    expect(verdictOf('Verdadero más más', undefined, 'es')).toBe('other');
  });

  const scale = (value: number, worst: number, best: number) => ({ value, worst, best });

  it.each([
    [scale(1, 1, 5), 'false'],
    [scale(2, 1, 5), 'mostly-false'],
    [scale(3, 1, 5), 'mixed'],
    [scale(4, 1, 5), 'mostly-true'],
    [scale(5, 1, 5), 'true'],
    [scale(5, 5, 1), 'false'],
    [scale(0, 0, 100), 'false'],
    [scale(9, 1, 5), 'other'],
    [scale(1, 1, 1), 'other'],
    [scale(Number.NaN, 1, 5), 'other'],
  ])('reads the number of %j as %s where the words say nothing', (number, verdict) => {
    expect(verdictOf(undefined, number)).toBe(verdict);
    expect(verdictOf('Zzyzx', number)).toBe(verdict);
  });

  it('lets known words count before the number', () => {
    expect(verdictOf('False', scale(5, 1, 5))).toBe('false');
    expect(verdictOf('Not misleading', scale(1, 1, 5))).toBe('other');
  });

  it('is other where nothing is stated', () => {
    expect(verdictOf(undefined)).toBe('other');
  });

  it('calls nothing true that goes on in words it does not know', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bcdfgh]{3,9}$/), (word) => {
        expect(verdictOf(`True ${word}`)).toBe('other');
        expect(verdictOf(`${word} true`)).toBe('other');
        expect(verdictOf(`${word} false`)).toBe('other');
      }),
    );
  });

  it('never throws, and takes no longer for long ratings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rating) => {
        expect(Object.keys(TABLE)).toContain(verdictOf(rating));
      }),
    );
    expect(verdictOf('not '.repeat(1_000_000))).toBe('other');
    expect(verdictOf('false'.repeat(1_000_000))).toBe('other');
  });
});
