import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../domain/checks.ts';
import type { ArticleId } from '../../domain/ids.ts';
import { ECHO_STANCES, type Ladder, type OutletProfile } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import { PRESENCE_MEASURES, PRESENCE_SCOPES, PRESENCE_UNITS } from '../../domain/reading.ts';
import { AFFILIATIONS, type OutletFact } from '../../domain/watch.ts';
import { alike, type Worded } from '../../domain/worded.ts';
import { openProfiles, profileOf } from '../profile/profile.ts';
import { proportionOf } from '../profile/proportion.ts';
import { countItems } from './counts.ts';
import { type ClaimEvidence, credibilityOf } from './credibility.ts';
import { reliabilityOf } from './reliability.ts';
import { daysWords } from './stated-days.ts';
import { languageFaults } from './two-languages.fixture.ts';

const SPAN = { begin: 0, end: 2 };
const DAY = 86_400_000;
const NAMES = ['Verdad Inventada', 'Comprueba, S. A.', 'radio.example', 'Первый', '9 de Julio'];
const LISTS = ['Invented list, 2024', 'Second list', 'Lista tercera, 2022-03-01'];
const LABELS = ['campaign: invented', 'reporting: high', 'reporting: low', 'bias: left'];

/** Names and labels that hold numbers count among the numbers of both texts. */
const KEPT = [...NAMES, ...LISTS, ...LABELS];

const faultsOf = (reasons: readonly Worded[], kept = KEPT): string[] =>
  reasons.flatMap((reason) => languageFaults(reason, kept));

const fact: fc.Arbitrary<OutletFact> = fc
  .record({
    domain: fc.constantFrom('radio.example', 'state.example'),
    list: fc.constantFrom(...LISTS),
    affiliation: fc.constantFrom(...AFFILIATIONS),
    labels: fc.subarray(LABELS),
  })
  .map(({ list, ...more }) => {
    const [name = '', date] = list.split(', ');
    return { ...more, source: { name, ...(date !== undefined && { date }) } };
  });
const facts = fc.array(fact, { maxLength: 3 });

const moment: fc.Arbitrary<Moment | undefined> = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 400 }))
    .map(([first, length]) => ({
      earliest: first * DAY,
      latest: (first + length) * DAY,
      precision: 'day' as const,
      zone: 'stated' as const,
    })),
  { nil: undefined },
);

const ladder = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(4))
  .map(([atLeast, more, newsrooms]): Ladder => {
    const rung = (kind: 'agencies' | 'utterances', low: number, high: number) => ({
      kind,
      bounds: { atLeast: low, atMost: high },
      units: [],
      merges: [],
    });
    const rungs = [
      rung('agencies', newsrooms, newsrooms),
      rung('utterances', atLeast, atLeast + more),
    ];
    return { rungs, circles: [] };
  });

const evidence: fc.Arbitrary<ClaimEvidence> = fc.record({
  ladder: fc.option(ladder, { nil: undefined }),
  recycled: fc.array(
    fc.nat(50_000).map((min) => {
      return { reason: 'stated-date' as const, days: { min, max: null }, evidence: [] };
    }),
    { maxLength: 2 },
  ),
  checks: fc.array(
    fc.record({
      checker: fc.constantFrom(...NAMES),
      verdict: fc.option(fc.constantFrom(...VERDICTS), { nil: undefined }),
      checked: moment,
      registered: fc.boolean(),
      facts,
    }),
    { maxLength: 3 },
  ),
  voices: fc.array(
    fc.record({
      publisher: fc.constantFrom(...NAMES),
      stance: fc.constantFrom(...ECHO_STANCES),
      facts,
    }),
    { maxLength: 3 },
  ),
  conflicts: fc.array(
    fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 9 }).map((values) => ({
      kind: 'count' as const,
      subject: { en: 'level of staff', es: 'nivel de personal' },
      sides: values.map((value) => ({ value: alike(`${value}`), evidence: [], checks: [] })),
    })),
    { maxLength: 2 },
  ),
});

const history: fc.Arbitrary<OutletProfile> = fc
  .tuple(fc.nat(20_000), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5 }))
  .map(([n, shares]) => {
    const of = (i: number) => proportionOf(Math.floor(n * shares[i]!), n);
    const seen = { articles: n, followed: n, said: 0, silently: of(4).count };
    return {
      ...profileOf(openProfiles(), 'radio.example', seen),
      carried: n,
      refuted: { before: of(0), later: of(1), unordered: of(2) },
      credits: { dropped: of(3), unknown: 0 },
    };
  });

describe('reasons in two languages', () => {
  it('say the same of a claim, with the same numbers and names', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        expect(faultsOf(credibilityOf(given).reasons)).toEqual([]);
      }),
    );
  });

  it('say the same of an outlet, with the same numbers, lists and labels', () => {
    fc.assert(
      fc.property(facts, fc.option(history, { nil: undefined }), (stated, past) => {
        expect(faultsOf(reliabilityOf(stated, past).reasons)).toEqual([]);
      }),
    );
  });

  it('say the same of what counts are about, and of the counts', () => {
    const party = (state: string) => ({ state, text: state, span: SPAN });
    for (const [unit, scope, measure] of all(PRESENCE_UNITS, PRESENCE_SCOPES, PRESENCE_MEASURES)) {
      const base = { article: 'a' as ArticleId, dates: [], counts: [] };
      const count = {
        ...{ unit, scope, measure, status: 'happened', span: SPAN, text: '' },
        ...{ number: { min: 9, max: 12 }, sender: party('RU'), host: party('MX') },
      };
      const reading = { ...base, counts: [count] } as never;
      const items = countItems({ reading, year: '2024' });
      expect(items).toHaveLength(unit === 'unstated' ? 0 : 1);
      for (const { subject, value } of items) {
        expect(faultsOf([subject, value], ['RU', 'MX'])).toEqual([]);
      }
    }
  });

  it('write figures as the console does: commas, spaces from five digits on, plurals', () => {
    const past = { ...profileOf(openProfiles(), 'a.example', NONE), carried: 12_345 };
    const spanish = (of: OutletProfile) => reliabilityOf([], of).reasons.map(({ es }) => es);
    expect(spanish(past)).toEqual([
      'Hay muy poco en que basarse: 12\u202f345 pasajes compartidos con otros en esta mesa, y ninguna lista sobre lo que publica.',
    ]);
    expect(spanish({ ...past, carried: 1 })[0]).toContain('1 pasaje compartido con otros');
    const refuted = { ...past.refuted, before: proportionOf(3, 40) };
    expect(spanish({ ...past, refuted })[0]).toBe(
      'En 3 de 40 casos publicó lo que una verificación ya había desmentido (7,5\u202f%; intervalo del 95\u202f%: de 2,6 a 19,9\u202f%).',
    );
    const one = { ...past.refuted, before: proportionOf(1, 1) };
    expect(spanish({ ...past, refuted: one })[0]).toBe(
      'En 1 de 1 caso publicó lo que una verificación ya había desmentido: muy pocos para una tasa.',
    );
  });

  it('words days that lie apart, and those that no calendar holds', () => {
    const at = (earliest: number, latest: number) =>
      daysWords({ earliest, latest, precision: 'day', zone: 'stated' });
    expect(at(0, DAY - 1)).toEqual(alike('1970-01-01'));
    expect(at(0, DAY)).toEqual({
      en: '1970-01-01 to 1970-01-02',
      es: 'de 1970-01-01 a 1970-01-02',
    });
    expect(at(9e15, 9e15)).toEqual({ en: 'out of range', es: 'fuera de rango' });
  });
});

const NONE = { articles: 0, followed: 0, said: 0, silently: 0 };

function all<A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]): [A, B, C][] {
  return as.flatMap((a) => bs.flatMap((b) => cs.map((c): [A, B, C] => [a, b, c])));
}
