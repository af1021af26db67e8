import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import { statedDays } from './day-bounds.ts';
import { judgeRole } from './judge-role.ts';
import { openOffices } from './offices.ts';
import { day, tenure } from './tenures.fixture.ts';

const POST = { office: ['director de la AIV', 'директор АИВ'] };
const AGENCY = 'Director of the AIV';
const PRESIDENT = 'President of Mexico';
// Invented persons in offices that are named like real ones.
const offices = openOffices([
  tenure('Ana Ruiz', AGENCY, { from: '2018-01-10', to: '2021-05-01' }, POST, 'MX'),
  tenure('Leo Sanz', AGENCY, { from: '2021-05-01', to: '2024-02-05' }, POST, 'MX'),
  tenure('Gleb Vorin', AGENCY, { from: '2024-02-05' }, { ...POST, person: ['Глеб Ворин'] }, 'MX'),
  tenure('Rosa Marín', PRESIDENT, { from: '2012-12-01', to: '2018-12-01' }, {}, 'MX'),
  tenure('Tomás Gil', PRESIDENT, { from: '2018-12-01', to: '2024-10-01' }, {}, 'MX'),
  tenure('Inés Gil', PRESIDENT, { from: '2024-10-01' }, {}, 'MX'),
  tenure('Gleb Vorin', 'Foreign Minister of Chile', { from: '2015', to: '2017' }, {}, 'CL'),
  tenure('Marta Paz', 'Ambassador of Chile to Mexico', { from: '2015', to: '2019' }, {}, 'CL'),
  tenure('Olga Rey', 'President of Peru', { from: '2011', to: '2013' }, {}, 'PE'),
  tenure('Olga Rey', 'President of Peru', { from: '2020', to: '2022-06' }, {}, 'PE'),
]);

const article = 'a000000000000000' as ArticleId;
interface Asked {
  readonly at?: string | undefined;
  readonly uttered?: string;
  readonly former?: boolean;
}
const judge = (name: string, text: string, { at, uttered, former = false }: Asked) =>
  judgeRole(offices, {
    name,
    entity: undefined,
    role: { span: { begin: 4, end: 4 + text.length }, text, former },
    article,
    published: at === undefined ? undefined : day(at),
    uttered: uttered === undefined ? undefined : statedDays(uttered),
  });
const standing = (name: string, text: string, at: string) => judge(name, text, { at }).standing;

describe('judgeRole', () => {
  test.each([
    ['Leo Sanz', 'AIV Director', '2023-09-23', 'held'],
    ['Leo Sanz', 'AIV Director', '2024-09-23', 'held-then-not-now'],
    ['Leo Sanz', 'head of the AIV', '2024-09-23', 'held-then-not-now'],
    ['Leo Sanz', 'jefe de la AIV', '2024-09-23', 'held-then-not-now'],
    ['Глеб Ворин', 'директор АИВ', '2024-09-23', 'held'],
    ['Leo Sanz', 'AIV Director', '2020-01-01', 'not-yet'],
    ['Leo Sanz', 'acting AIV Director', '2020-01-01', 'unknown'],
    ['Leo Sanz', 'AIV Director', '2024-02-05', 'held'],
    ['Sanz', 'AIV Director', '2024-09-23', 'held-then-not-now'],
    ['Tomás Gil', 'presidente de México', '2024-09-23', 'held'],
    ['Tomás Gil', 'Mexican President', '2024-11-01', 'held-then-not-now'],
    ['Inés Gil', 'Mexican President', '2024-09-23', 'not-yet'],
    ['Olga Rey', 'Peruvian President', '2016-01-01', 'held-then-not-now'],
    ['Olga Rey', 'Peruvian President', '2021-01-01', 'held'],
    ['Gleb Vorin', 'foreign minister', '2024-09-23', 'held-then-not-now'],
  ])('%s, %s, on %s: %s', (name, role, at, expected) => {
    expect(standing(name, role, at)).toBe(expected);
  });

  test.each([
    ['a deputy is another office', 'Leo Sanz', 'deputy AIV director', '2024-09-23'],
    ['so is an elect', 'Inés Gil', 'Mexican President-elect', '2024-09-23'],
    ['an honorific claims no present office', 'Rosa Marín', 'President', '2024-09-23'],
    ['nor does an ambassador to nowhere', 'Marta Paz', 'ambassador', '2024-09-23'],
    ['a surname of two holders is nobody', 'Gil', 'Mexican President', '2024-11-01'],
    ['a surname proves nobody wrong', 'Ortega', 'AIV Director', '2024-09-23'],
    ['an office of the same name elsewhere', 'Leo Sanz', 'President of Peru', '2024-09-23'],
    ['after the source was written', 'Gleb Vorin', 'AIV Director', '2025-03-01'],
    ['somebody else, after it was written', 'Juan Ortega', 'AIV Director', '2025-03-01'],
    ['somebody else, before the first holder', 'Juan Ortega', 'AIV Director', '2017-01-01'],
    ['somebody else, acting', 'Juan Ortega', 'acting AIV Director', '2024-09-23'],
    ['somebody else in a gap', 'Juan Ortega', 'President of Peru', '2015-01-01'],
    ['somebody of a holder’s surname', 'Juan Sanz', 'AIV Director', '2024-09-23'],
    ['an office of any state', 'Juan Ortega', 'president', '2024-09-23'],
    ['no office', 'Leo Sanz', 'officer', '2024-09-23'],
  ])('unknown: %s', (_, name, role, at) => {
    expect(standing(name, role, at)).toBe('unknown');
  });

  test('never held: somebody else is known to be in it all the time', () => {
    const judged = judge('Juan Ortega', 'AIV Director', { at: '2024-09-23', uttered: '2022' });
    expect(judged.standing).toBe('never-held');
    expect(judged.heldWhenUttered).toBe('no');
    expect(judged.tenures.map(({ person }) => person)).toEqual(['Leo Sanz', 'Gleb Vorin']);
    expect(judge('Juan Ortega', 'AIV Director', { at: '2024-09-23' }).heldWhenUttered).toBe(
      'unknown',
    );
  });

  test('held when uttered is told apart from held when published', () => {
    const of = (uttered: string) =>
      judge('Leo Sanz', 'AIV Director', { at: '2024-09-23', uttered }).heldWhenUttered;
    expect(of('2022')).toBe('yes');
    expect(of('2024')).toBe('unknown');
    expect(of('2020-06')).toBe('no');
    expect(of('2024-06')).toBe('no');
  });

  test('a former holder stated as one', () => {
    expect(
      judge('Leo Sanz', 'former AIV Director', { at: '2024-09-23', former: true }).standing,
    ).toBe('former-as-stated');
    expect(
      judge('Leo Sanz', 'former AIV Director', { at: '2023-09-23', former: true }).standing,
    ).toBe('held');
    expect(judge('Juan Ortega', 'former AIV Director', { at: '2024-09-23' }).standing).toBe(
      'unknown',
    );
  });

  test('without a date nothing but that', () => {
    expect(judge('Leo Sanz', 'AIV Director', {}).standing).toBe('unknown');
    expect(judge('Leo Sanz', 'AIV Director', { former: true }).standing).toBe('former-as-stated');
    expect(judge('Juan Ortega', 'AIV Director', {}).standing).toBe('unknown');
  });

  test('carries the stated role and the tenures as evidence', () => {
    const judged = judge('Leo Sanz', 'AIV Director', { at: '2024-09-23' });
    expect(judged.evidence).toEqual({ article, span: { begin: 4, end: 16 } });
    expect(judged.tenures.map(({ to }) => to?.last)).toEqual(['2024-02-05']);
  });

  test('an entity is enough where the name is short', () => {
    const role = { span: { begin: 0, end: 12 }, text: 'Mexican President', former: false };
    const stated = { name: 'Gil', entity: 'person:tms-gl', role, article, uttered: undefined };
    expect(judgeRole(offices, { ...stated, published: day('2024-11-01') }).standing).toBe(
      'held-then-not-now',
    );
  });
});
