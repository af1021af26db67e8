import { describe, expect, it } from 'vitest';
import { facts } from './briefing.fixture.ts';
import { composeBriefing } from './compose.ts';
import { footingsFor, withModelSentences } from './with-model.ts';

describe('withModelSentences', () => {
  const known = facts();
  const own = composeBriefing(known, 'en');
  const passage = own.sources.find((one) => one.kind === 'passage')!;
  const quote = passage.kind === 'passage' ? passage.quote.split(' ').slice(0, 4).join(' ') : '';

  const judgements = (text: string) => {
    const briefing = withModelSentences(own, known, text);
    const section = briefing.sections.find(({ part }) => part === 'judgements')!;
    return { briefing, items: section.items };
  };
  const before = own.sections.find(({ part }) => part === 'judgements')!.items.length;

  it('adds what its footings bear out', () => {
    const { briefing, items } = judgements(`One outlet carries “${quote}” [${passage.n}].`);
    expect(items).toHaveLength(before + 1);
    const [sentence] = items.at(-1)!.sentences;
    expect(sentence!.footings).toEqual([passage]);
    expect(sentence!.text).toContain(quote);
    expect(briefing.refused).toEqual(own.refused);
  });

  it('refuses what rests on nothing, on a number that is none, or says more', () => {
    const text = [
      'The pier was blown up.',
      'One outlet carries it [999].',
      `One outlet carries “words that nobody wrote” [${passage.n}].`,
      `Valdoria’s spy network did it [${passage.n}].`,
      `It was carried 4711 times [${passage.n}].`,
    ].join('\n');
    const { briefing, items } = judgements(text);
    expect(items).toHaveLength(before);
    expect(briefing.refused).toHaveLength(own.refused.length + 5);
    for (const { why } of briefing.refused) expect(why).not.toBe('');
  });

  it('shows a model every footing by its number', () => {
    expect(footingsFor(own).map(({ n }) => n)).toEqual(own.sources.map(({ n }) => n));
    for (const { words } of footingsFor(own)) expect(words).not.toBe('');
  });
});
