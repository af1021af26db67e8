/** What the words around a noun of staff say; filled in by the scans on both sides of it. */
import type { CountMarks } from './count-lexicon.ts';
import type { Mission } from './missions.ts';
import type { NumberPhrase } from './numbers.ts';
import type { Page } from './page.ts';
import type { StaffHead } from './staff-heads.ts';
import type { StateRef } from './state-refs.ts';

/** A noun of staff on its page. */
export interface StaffTask extends StaffHead {
  readonly page: Page;
  /** The mission whose phrase begins at a token, or whose noun it is part of. */
  readonly missionAt: (at: number) => Mission | undefined;
}

/** As in `StaffPhrase`; what only tells the unit stands at the end. */
export interface StaffFacts {
  first: number;
  last: number;
  number: NumberPhrase | undefined;
  total: NumberPhrase | undefined;
  single: boolean;
  whole: boolean;
  definite: boolean;
  own: boolean;
  sender: StateRef | undefined;
  mission: Mission | undefined;
  place: StateRef | undefined;
  here: boolean;
  region: boolean;
  many: boolean;
  intelligence: boolean;
  administrative: boolean;
  accredited: boolean;
  consular: boolean;
  mixed: boolean;
}

/** What is known before any word around the noun is read. */
export function noFacts({ page, head, headLast }: StaffTask): StaffFacts {
  return {
    first: head,
    last: headLast,
    number: undefined,
    total: undefined,
    single: false,
    whole: false,
    definite: false,
    own: false,
    // "40 Russians"
    sender: page.refAt(head),
    mission: undefined,
    place: undefined,
    here: false,
    region: false,
    many: false,
    intelligence: false,
    administrative: page.marks.is(head, 'administrative'),
    accredited: page.marks.is(head, 'accredited'),
    consular: false,
    mixed: false,
  };
}

/** Takes what one word beside the noun tells of the unit; whether it told anything. */
export function takeUnitWord(marks: CountMarks, at: number, facts: StaffFacts): boolean {
  const administrative = marks.is(at, 'administrative');
  const intelligence = marks.is(at, 'intelligence');
  const accredited = marks.is(at, 'accredited');
  const consular = marks.is(at, 'diplomatic');
  facts.administrative ||= administrative;
  facts.intelligence ||= intelligence;
  facts.accredited ||= accredited;
  facts.consular ||= consular;
  return administrative || intelligence || accredited || consular;
}
