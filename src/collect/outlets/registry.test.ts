import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutletFact } from '../../domain/watch.ts';
import { openOutlets, printOf, statedValues } from './registry.ts';

const fact = (domain: string, source: string, more: Partial<OutletFact> = {}): OutletFact => ({
  domain,
  ...more,
  source: { name: source },
});

describe('openOutlets', () => {
  const house = fact('voz.example', 'List A', { owner: 'House', affiliation: 'state-controlled' });
  const rival = fact('voz.example', 'List B', { owner: 'Trust', affiliation: 'public' });
  const edition = fact('es.voz.example', 'List A', { name: 'La Voz' });
  const account = fact('t.me/voz', 'List A');
  const outlets = openOutlets([house, edition, rival, account, { ...house }]);

  it('finds by address, host and registrable domain, the nearest first', () => {
    expect(outlets.factsOf('https://www.voz.example/a/b?c')).toEqual([house, rival]);
    expect(outlets.factsOf('es.voz.example')).toEqual([edition, house, rival]);
    expect(outlets.factsOf('http://live.es.voz.example/')).toEqual([edition, house, rival]);
    expect(outlets.factsOf('otra.example')).toEqual([]);
    expect(outlets.factsOf('no domain')).toEqual([]);
  });

  it('keeps an account apart from its platform and from its namesakes', () => {
    expect(outlets.factsOf('https://t.me/s/voz/12')).toEqual([account]);
    expect(outlets.factsOf('t.me/otra')).toEqual([]);
    expect(outlets.factsOf('t.me')).toEqual([]);
  });

  it('counts facts once where they are alike in every field', () => {
    expect([outlets.facts, outlets.domains]).toEqual([4, 3]);
  });

  it('does not take a longer name for a host below', () => {
    expect(openOutlets([house]).factsOf('contravoz.example')).toEqual([]);
  });

  it('never merges: as many facts come out as differ, in their order', () => {
    const some = fc.record({
      domain: fc.constantFrom('a.example', 'b.a.example', 'c.example'),
      name: fc.constantFrom('x', 'y'),
      source: fc.record({ name: fc.constantFrom('A', 'B') }),
    });
    fc.assert(
      fc.property(fc.array(some), fc.constantFrom('b.a.example', 'c.example'), (facts, asked) => {
        const distinct = facts.filter(
          (one, i) => facts.findIndex((other) => printOf(other) === printOf(one)) === i,
        );
        const line = asked === 'b.a.example' ? [asked, 'a.example'] : [asked];
        expect(openOutlets(facts).factsOf(asked)).toEqual(
          line.flatMap((domain) => distinct.filter((one) => one.domain === domain)),
        );
      }),
    );
  });
});

describe('statedValues', () => {
  it('keeps every differing value with its sources', () => {
    const facts = [
      fact('a.example', 'A', { owner: 'X' }),
      fact('a.example', 'B', { owner: 'Y' }),
      fact('a.example', 'C', { owner: 'X' }),
      fact('a.example', 'D'),
    ];
    expect(statedValues(facts, 'owner')).toEqual([
      { value: 'X', sources: [{ name: 'A' }, { name: 'C' }] },
      { value: 'Y', sources: [{ name: 'B' }] },
    ]);
    expect(statedValues(facts, 'country')).toEqual([]);
  });
});
