import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { Ladder, RungKind } from '../../domain/judgement.ts';
import type { Wire } from '../../domain/trace.ts';
import { alike } from '../../domain/worded.ts';
import { dateOf, input, link, member, spanOf, statement } from './ladder.fixture.ts';
import { ladderOf } from './ladder.ts';
import type { LadderInput } from './ladder-input.ts';

const BODY =
  'Lorries arrive after dark and a new fence runs along the shore road behind the old pier.';
const QUOTE = '“We count eleven masts along the ridge and none of them is for fishing boats.”';

const boundsOf = (ladder: Ladder, kind: RungKind): string => {
  const { atLeast, atMost } = ladder.rungs.find((rung) => rung.kind === kind)!.bounds;
  return `${atLeast}–${atMost}`;
};
const bounds = (ladder: Ladder): string =>
  ladder.rungs.map(({ kind }) => boundsOf(ladder, kind)).join(' ');

describe('ladderOf', () => {
  it('has four rungs, and nothing on them where there are no members', () => {
    const ladder = ladderOf(input([]));
    expect(ladder.rungs.map(({ kind }) => kind)).toEqual([
      'articles',
      'publishers',
      'agencies',
      'utterances',
    ]);
    expect(bounds(ladder)).toBe('0–0 0–0 0–0 0–0');
    expect(ladder.root).toBeUndefined();
  });

  it('takes own words that stand in both for one newsroom, with both passages', () => {
    const [a, b] = [member('a1', BODY), member('b2', `Today. ${BODY}`)];
    const ladder = ladderOf(input([a, b], [link(a, b, BODY)]));
    expect(bounds(ladder)).toBe('2–2 2–2 1–1 1–1');
    expect(ladder.rungs[2]!.merges).toEqual([
      {
        a: 'a1',
        b: 'b2',
        reason: 'shared-wording',
        sure: true,
        evidence: [
          { article: 'a1', span: spanOf(a.text, BODY) },
          { article: 'b2', span: spanOf(b.text, BODY) },
        ],
      },
    ]);
    expect(ladder.root).toEqual({
      name: 'Outlet a1',
      evidence: [{ article: 'a1', span: spanOf(a.text, BODY) }],
    });
  });

  it('takes one quotation for one utterance, not for one newsroom', () => {
    const texts = [`${QUOTE} said Ivor Talmek.`, `From the bench: ${QUOTE} Talmek put it.`];
    const [a, b] = texts.map((text, i) =>
      member(`m${i}`, text, {
        attributions: [
          statement(text, QUOTE, {
            words: i === 0 ? 'Ivor Talmek' : 'Talmek',
            entity: 'person:tlmk',
          }),
        ],
      }),
    );
    const ladder = ladderOf(input([a!, b!], [link(a!, b!, QUOTE)]));
    expect(bounds(ladder)).toBe('2–2 2–2 1–2 1–1');
    expect(ladder.rungs[3]!.merges[0]).toMatchObject({
      a: 'm0',
      b: 'm1',
      reason: 'same-quotation',
      sure: true,
      note: alike('Talmek'),
    });
    expect(ladder.root?.name).toBe('Ivor Talmek');
  });

  it('tells two speakers apart, and leaves open what an office or nobody in particular said', () => {
    const told = (entity: string | undefined, i: number) => {
      const text = `It is so, number ${i} told us.`;
      const source = entity === undefined ? undefined : { words: `number ${i}`, entity };
      const attributions = [statement(text, 'It is so', source)];
      return member(`m${i}`, text, { attributions });
    };
    const utterances = (...entities: (string | undefined)[]) =>
      boundsOf(ladderOf(input(entities.map(told))), 'utterances');
    expect(utterances('person:ana-vrk', 'person:ot-brnks')).toBe('2–2');
    expect(utterances('person:ana-vrk', 'person:vrk')).toBe('1–2');
    expect(utterances('person:ana-vrk', 'office:mayor')).toBe('1–2');
    expect(utterances('person:ana-vrk', undefined)).toBe('1–2');
    expect(utterances('person:ana-vrk', 'person:ana-vrk')).toBe('1–2');
    expect(utterances('person:ana-vrk', 'person:ot-brnks', undefined)).toBe('2–3');
  });

  it('takes one speaker on one day, or at one venue, for one occasion', () => {
    const told = (i: number, day: string | undefined, venue: string | undefined) => {
      const text = `It is so, Ana Vork said on that day at ${venue ?? 'large'}, wrote ${i}.`;
      const source = { words: 'Ana Vork', entity: 'person:ana-vrk' };
      const at = venue === undefined ? undefined : { span: spanOf(text, venue), text: venue };
      const uttered = day === undefined ? undefined : 0;
      return member(`m${i}`, text, {
        attributions: [statement(text, 'It is so', source, { venue: at, uttered })],
        dates: day === undefined ? [] : [dateOf(text, 'that day', day)],
      });
    };
    const utterances = (...tellings: [string | undefined, string | undefined][]) =>
      boundsOf(
        ladderOf(input(tellings.map(([day, venue], i) => told(i, day, venue)))),
        'utterances',
      );
    expect(utterances(['2024-05-01', undefined], ['2024-05-01', undefined])).toBe('1–1');
    expect(utterances(['2024-05-01', undefined], ['2024-05-02', undefined])).toBe('1–2');
    expect(
      utterances([undefined, 'the Harbour Committee'], [undefined, 'the Harbour Committee']),
    ).toBe('1–1');
    expect(utterances([undefined, 'an interview'], [undefined, 'an interview'])).toBe('1–2');
    expect(
      utterances(['2024-05-01', 'the Harbour Committee'], ['2024-05-02', 'the Harbour Committee']),
    ).toBe('1–2');
    expect(
      utterances(['2024-05-01', 'the Harbour Committee'], ['2024-05-01', 'the Press Club']),
    ).toBe('1–2');
  });

  it('counts what was seen and not said once a newsroom', () => {
    const seen = ['a1', 'b2', 'c3'].map((id) => member(id, `A report by ${id}.`));
    expect(bounds(ladderOf(input(seen)))).toBe('3–3 3–3 3–3 3–3');
  });

  it('takes editions for one publisher, one owner or one name perhaps', () => {
    const fact = { domain: 'x', owner: 'Grupo Astral', source: { name: 'a list' } };
    const editions = ['es', 'en'].map((tongue, i) =>
      member(`m${i}`, BODY, { domain: `${tongue}.house.example` }),
    );
    expect(boundsOf(ladderOf(input(editions)), 'publishers')).toBe('1–1');
    const owned = [member('a1', BODY, { facts: [fact] }), member('b2', BODY, { facts: [fact] })];
    const ladder = ladderOf(input(owned));
    expect(boundsOf(ladder, 'publishers')).toBe('1–2');
    expect(boundsOf(ladder, 'agencies')).toBe('1–2');
    expect(ladder.rungs[1]!.merges[0]).toMatchObject({
      reason: 'same-owner',
      note: alike('Grupo Astral (a list)'),
      evidence: [],
    });
    const named = [
      member('a1', BODY, { outlet: 'El Faro' }),
      member('b2', BODY, { outlet: 'EL FARO' }),
    ];
    expect(boundsOf(ladderOf(input(named)), 'publishers')).toBe('1–2');
  });

  it('puts an agency behind those that open with it, perhaps behind those that cite it', () => {
    const members = ['a1', 'b2', 'c3'].map((id) => member(id, `A text by ${id} alone.`));
    const credit = (article: string, strength: 'dateline' | 'cited' | 'via') => ({
      article: article as ArticleId,
      strength,
      place: { kind: 'text' as const, span: { begin: 0, end: 6 } },
      covers: true,
    });
    const agencies = (...credits: ReturnType<typeof credit>[]) => {
      const wire: Wire = { id: 'efe', name: 'EFE', own: [], credits };
      return ladderOf(input(members, [], { wires: [wire] })).rungs[2]!;
    };
    const dated = agencies(credit('a1', 'dateline'), credit('b2', 'dateline'));
    expect(dated.bounds).toEqual({ atLeast: 2, atMost: 2 });
    expect(dated.units[0]).toEqual({ key: 'wire:efe', name: 'EFE', articles: ['a1', 'b2'] });
    const cited = agencies(credit('a1', 'dateline'), credit('b2', 'cited'), credit('c3', 'via'));
    expect(cited.bounds).toEqual({ atLeast: 2, atMost: 3 });
  });

  it('does not join two agencies through a piece that opens with both', () => {
    const members = ['a1', 'b2', 'c3'].map((id) => member(id, `A text by ${id} alone.`));
    const wire = (id: string, ...articles: string[]): Wire => ({
      id,
      name: id,
      own: [],
      credits: articles.map((article) => ({
        article: article as ArticleId,
        strength: 'dateline',
        place: { kind: 'text' as const, span: { begin: 0, end: 6 } },
        covers: true,
      })),
    });
    const wires = [wire('afp', 'a1', 'b2'), wire('efe', 'b2', 'c3')];
    expect(boundsOf(ladderOf(input(members, [], { wires })), 'agencies')).toBe('1–3');
  });

  it('takes a named source for sure, a mention perhaps; circles need sources', () => {
    const [a, b] = [member('a1', 'One text.'), member('b2', 'Another text altogether.')];
    const credit = (from: typeof a, to: typeof a, asSource: boolean) => ({
      from: from.id,
      to: to.id,
      place: { kind: 'text' as const, span: { begin: 0, end: 3 } },
      asSource,
    });
    const sure = ladderOf(input([a, b], [], { credits: [credit(b, a, true), credit(a, b, true)] }));
    expect(boundsOf(sure, 'agencies')).toBe('1–1');
    expect(sure.circles).toHaveLength(1);
    expect(sure.circles[0]!.steps.map(({ from, to }) => `${from}→${to}`)).toEqual([
      'a1.example→b2.example',
      'b2.example→a1.example',
    ]);
    const mention = ladderOf(
      input([a, b], [], { credits: [credit(b, a, true), credit(a, b, false)] }),
    );
    expect(boundsOf(mention, 'agencies')).toBe('1–1');
    expect(mention.circles).toEqual([]);
    const only = ladderOf(input([a, b], [], { credits: [credit(b, a, false)] }));
    expect(boundsOf(only, 'agencies')).toBe('1–2');
  });

  it('takes the naming of an outlet whose wording is carried for a credit', () => {
    const [a, b] = [member('a1', BODY), member('b2', BODY)];
    const credit = (from: typeof a, to: typeof a) => ({
      from: from.id,
      to: to.id,
      place: { kind: 'text' as const, span: { begin: 0, end: 3 } },
      asSource: false,
    });
    const credits = [credit(a, b), credit(b, a)];
    expect(ladderOf(input([a, b], [link(a, b, BODY)], { credits })).circles).toHaveLength(1);
    expect(ladderOf(input([a, b], [], { credits })).circles).toEqual([]);
  });

  it('reads credits from statements, and takes no outlet for a speaker', () => {
    const a = member('a1', BODY, { outlet: 'El Correo de Valdemora' });
    const text = 'Según El Correo de Valdemora, llegan camiones de noche.';
    const words = 'El Correo de Valdemora';
    const b = member('b2', text, {
      attributions: [
        statement(text, 'llegan camiones de noche', { words, entity: 'organisation:x' }),
      ],
    });
    const ladder = ladderOf(input([a, b]));
    expect(ladder.rungs[2]!.merges).toEqual([
      {
        a: 'a1',
        b: 'b2',
        reason: 'names-outlet',
        sure: true,
        evidence: [{ article: 'b2', span: spanOf(text, words) }],
        note: alike(words),
      },
    ]);
    expect(ladder.rungs[3]!.units[0]!.name).toBe('El Correo de Valdemora');
  });

  it('joins members through a bystander without counting it', () => {
    const [a, b] = [member('a1', BODY), member('b3', BODY)];
    const between = member('x2', BODY, { bystander: true });
    const links = [link(a, between, BODY), link(between, b, BODY)];
    expect(bounds(ladderOf(input([a, b, between], links)))).toBe('2–2 2–2 1–1 1–1');
    expect(boundsOf(ladderOf(input([a, b])), 'agencies')).toBe('2–2');
  });
});

/** Small random ladders: what is shared, credited and said is drawn. */
const someInput: fc.Arbitrary<LadderInput> = fc
  .record({
    articles: fc.array(
      fc.record({
        house: fc.nat({ max: 4 }),
        owner: fc.option(fc.constantFrom('Uno', 'Dos')),
        entity: fc.option(fc.constantFrom('person:a-b', 'person:c', 'person:b-d', 'office:m')),
        said: fc.boolean(),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    pairs: fc.array(
      fc.record({
        a: fc.nat(6),
        b: fc.nat(6),
        kind: fc.constantFrom('own', 'quote', 'retold', 'credit'),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ articles, pairs }) => {
    const members = articles.map(({ house, owner, entity, said }, i) => {
      const text = `${BODY} ${QUOTE} said Ivor${i}.`;
      const source = entity === null ? undefined : { words: `Ivor${i}`, entity };
      return member(`m${i}`, text, {
        domain: `h${house}.example`,
        outlet: `House ${house}`,
        facts: owner === null ? [] : [{ domain: '', owner, source: { name: 'l' } }],
        attributions: said ? [statement(text, QUOTE, source)] : [],
      });
    });
    const within = pairs.flatMap(({ a, b, kind }) => {
      const [x, y] = [members[a % members.length]!, members[b % members.length]!];
      return x === y ? [] : [{ x, y, kind }];
    });
    return input(
      members,
      within.flatMap(({ x, y, kind }) =>
        kind === 'credit' ? [] : [link(x, y, kind === 'quote' ? QUOTE : BODY, kind === 'retold')],
      ),
      {
        credits: within.flatMap(({ x, y, kind }) =>
          kind === 'credit'
            ? [
                {
                  from: x.id,
                  to: y.id,
                  place: { kind: 'text' as const, span: { begin: 0, end: 7 } },
                  asSource: true,
                },
              ]
            : [],
        ),
      },
    );
  });

describe('any ladder', () => {
  it('has ordered bounds, at least one where there is an article, and units that hold all once', () => {
    fc.assert(
      fc.property(someInput, (some) => {
        for (const { bounds: found, units } of ladderOf(some).rungs) {
          expect(found.atLeast).toBeGreaterThanOrEqual(1);
          expect(found.atMost).toBeGreaterThanOrEqual(found.atLeast);
          expect(units).toHaveLength(found.atMost);
          const held = units.flatMap(({ articles }) => articles).sort();
          expect(held).toEqual(some.members.map(({ id }) => id).sort());
        }
      }),
    );
  });

  it('does not depend on the order of members, links and credits', () => {
    const shuffled = someInput.chain((some) =>
      fc.record({
        some: fc.constant(some),
        members: fc.shuffledSubarray([...some.members], { minLength: some.members.length }),
        links: fc.shuffledSubarray([...some.links], { minLength: some.links.length }),
        credits: fc.shuffledSubarray([...some.credits], { minLength: some.credits.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ some, ...other }) => {
        expect(ladderOf({ ...some, ...other })).toEqual(ladderOf(some));
      }),
    );
  });

  it('is lowered by a further retelling at the lower end alone', () => {
    fc.assert(
      fc.property(someInput, fc.nat(6), fc.nat(6), (some, i, j) => {
        const { members } = some;
        const [a, b] = [members[i % members.length]!, members[j % members.length]!];
        fc.pre(a !== b);
        const before = ladderOf(some).rungs[2]!.bounds;
        const links = [...some.links, link(a, b, BODY, true)];
        const after = ladderOf({ ...some, links }).rungs[2]!.bounds;
        expect(after.atMost).toBe(before.atMost);
        expect(after.atLeast).toBeLessThanOrEqual(before.atLeast);
      }),
    );
  });
});
