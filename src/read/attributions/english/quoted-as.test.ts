import { describe, expect, it } from 'vitest';
import { shownStatements } from '../statements.fixture.ts';

const EMPTY = 'the embassy is half empty';

describe('whom another one hands on speaks', () => {
  it.each([
    [`Ana Ruiz was quoted by Radio Faro as saying that ${EMPTY}.`, `was quoted | that ${EMPTY}`],
    [`The embassy is half empty, Ana Ruiz was quoted by Radio Faro as saying.`, 'was quoted | The'],
    [`The embassy is half empty, Ana Ruiz was quoted as saying by Radio Faro.`, 'was quoted | The'],
    [`Radio Faro quoted Ana Ruiz as saying ${EMPTY}.`, `quoted | ${EMPTY}`],
    [
      `Ana Ruiz has been cited by Radio Faro, a weekly, as saying that ${EMPTY}.`,
      `has been cited | that ${EMPTY}`,
    ],
    [`Radio Faro has learned from Ana Ruiz that ${EMPTY}.`, `has learned from | that ${EMPTY}`],
  ])('%s', (text, expected) => {
    const [one, ...rest] = shownStatements('en', text);
    expect(rest).toEqual([]);
    expect(one).toMatch(/^Ana Ruiz \| /u);
    expect(one).toContain(`| ${expected}`);
    expect(one).toMatch(/ \| Radio Faro(?:, a weekly)?$/u);
  });

  it('but not who has only learned something', () => {
    expect(shownStatements('en', 'Radio Faro has learned that the embassy is empty.')).toEqual([
      'Radio Faro | has learned | that the embassy is empty | -',
    ]);
  });
});

describe('who is told is no content', () => {
  it('where a relative clause describes who is told', () => {
    const text = 'The embassy is half empty, a diplomat told Radio Faro, which aired it on Monday.';
    expect(shownStatements('en', text)).toEqual([
      'a diplomat | told | The embassy is half empty | Radio Faro',
    ]);
  });

  it('where another one reports it', () => {
    const text = 'The embassy is half empty, officials told Radio Faro, the Gulf Lantern reported.';
    expect(shownStatements('en', text)[1]).toBe(
      'officials | told | The embassy is half empty | the Gulf Lantern > Radio Faro',
    );
  });
});

describe('whose a claim is', () => {
  it.each([
    ['The claim, made by Ana Ruiz, that the embassy is empty is old.', 'Ana Ruiz | claim'],
    ['A claim by Ana Ruiz that the embassy is empty was denied.', 'Ana Ruiz | claim'],
    ['In the view of Ana Ruiz, the embassy is empty.', 'Ana Ruiz | In the view of'],
    ["In Ana Ruiz's view, the embassy is empty.", "Ana Ruiz | In Ana Ruiz's view"],
  ])('%s', (text, expected) => {
    const [one] = shownStatements('en', text);
    expect(one).toMatch(/ (?:that )?the embassy is empty \| -$/u);
    expect(one!.startsWith(expected)).toBe(true);
  });

  it('ends before the verb of what is claimed', () => {
    const [one] = shownStatements('en', "Ana Ruiz's claim that the ship sank was denied.");
    expect(one).toBe("Ana Ruiz's | claim | that the ship sank | -");
  });
});

describe('a transcript', () => {
  it('has a turn for each name in capitals', () => {
    const text = 'HOST: Is the list complete? RUIZ: It is complete. We printed it.';
    expect(shownStatements('en', text)).toEqual([
      'HOST | : | Is the list complete? | -',
      'RUIZ | : | It is complete. We printed it. | -',
    ]);
  });
});
