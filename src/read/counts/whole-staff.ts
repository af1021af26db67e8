/**
 * Numbers whose sentence names all staff elsewhere: "the number of Russian diplomats in Hungary rose
 * from 46 to 59", "a cap of 350 on German officials", "штат посольства вырос на девять человек".
 */
import { firstFrom, sentenceEnd, sentenceStart } from './bounds.ts';
import type { Context, Draft } from './drafts.ts';
import { linkedMission, resolve } from './linked-missions.ts';
import { type DeedKind, isImposed, saidOf } from './measures.ts';
import { boundsOf } from './numbered.ts';
import type { NumberPhrase } from './numbers.ts';
import type { Page } from './page.ts';
import { partiesOf } from './parties.ts';
import { isElsewhere } from './presence.ts';
import type { StaffPhrase } from './staff.ts';

/** Words between a number and the phrase that says of whom. */
const REACH = 24;
const TELLING: ReadonlySet<DeedKind> = new Set(['rise', 'fall', 'cap', 'have', 'add', 'work']);

/** The counts of a number whose sentence names all staff elsewhere. */
export function wholeDrafts(
  context: Context,
  number: NumberPhrase,
  phrases: readonly StaffPhrase[],
): Draft[] {
  const whole = wholeOf(context.page, number, phrases);
  return whole === undefined ? [] : ofWhole(context, number, whole);
}

/**
 * The phrase without a number of its own that says of whom: one of all staff in the same sentence, or
 * the one behind a cap ("a cap of 350 on German officials").
 */
function wholeOf(
  page: Page,
  { first, core, last }: NumberPhrase,
  phrases: readonly StaffPhrase[],
): StaffPhrase | undefined {
  const start = Math.max(sentenceStart(page, core), core - REACH);
  const end = Math.min(sentenceEnd(page, core), core + REACH);
  const capped = page.marks.is(first - 1, 'cap') || page.marks.is(first - 2, 'cap');
  for (let place = firstFrom(phrases, start); place < phrases.length; place++) {
    const phrase = phrases[place]!;
    if (phrase.head >= end) return undefined;
    if (phrase.number !== undefined || phrase.single) continue;
    if (phrase.whole || (capped && phrase.first >= last && phrase.first <= last + 2)) return phrase;
  }
  return undefined;
}

function ofWhole(context: Context, number: NumberPhrase, whole: StaffPhrase): Draft[] {
  const { page, drafts } = context;
  const said = saidOf(page, { ...number, posts: false });
  if (said === undefined || !TELLING.has(said.deed.kind)) return [];
  const { measure, deed } = said;
  if (isElsewhere(page, whole, measure)) return [];
  const named = whole.mission ?? linkedMission(context, whole, measure);
  const mission = named && resolve(context, named);
  const parties = partiesOf(page, {
    ...{ first: whole.first, last: whole.last, measure, deed, phrase: whole, mission },
    base: undefined,
    previous: drafts.at(-1)?.parties,
  });
  const sent = whole.diplomatic || (measure === 'cap' && whole.sender !== undefined);
  if ((parties.sender ?? parties.host) === undefined || (mission === undefined && !sent)) return [];
  const draft: Draft = {
    ...{ first: number.first, last: number.last, measure, deed, phrase: whole, mission, parties },
    number: boundsOf(page, number, said),
    unit: whole.unit,
    scope: mission?.scope ?? 'country',
    certain: number.negated,
    shown: true,
  };
  return split(page, draft, number, whole);
}

/** "from 46 to 59": the level before, and the level or the cap that it came to. */
function split(page: Page, draft: Draft, number: NumberPhrase, whole: StaffPhrase): Draft[] {
  const { min, max, fromTo, core, first, last } = number;
  if (!fromTo || max === null) return [draft];
  const measure = isImposed(page, first) || isAllowed(page, whole) ? 'cap' : 'level';
  const before = {
    measure: 'level',
    last: core + 1,
    number: { min, max: min },
    certain: true,
  } as const;
  return [
    { ...draft, ...before },
    { ...draft, measure, first: last - 1, number: { min: max, max } },
  ];
}

/** "the number of staff that Russia may have". */
function isAllowed(page: Page, { last }: StaffPhrase): boolean {
  const end = Math.min(sentenceEnd(page, last - 1), last + 8);
  for (let at = last; at < end; at++) if (page.marks.is(at, 'cap')) return true;
  return false;
}
