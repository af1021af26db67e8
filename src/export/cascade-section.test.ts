import { describe, expect, it } from 'vitest';
import { comparisons } from './cascade-section.ts';
import { article, cascade, earliest, echo, pierCascade } from './invented.fixture.ts';
import { markupText } from './markup.ts';
import type { Shown } from './place.ts';

const summaries = (view = pierCascade(), shown?: Shown): string[] =>
  comparisons(view, shown).map(
    (one) => /<summary>(.*?)<\/summary>/.exec(markupText(one))?.[1]?.replace(/<[^>]+>/g, '') ?? '',
  );

describe('comparisons', () => {
  it('sets each member beside another, in both languages', () => {
    expect(summaries()[1]).toBe(
      'The Evening Mirror of the Lower Bay beside Bay Courier: 2 passages, 40 words shared',
    );
    expect(summaries(pierCascade(), { language: 'es' })[1]).toBe(
      'The Evening Mirror of the Lower Bay junto a Bay Courier: 2 pasajes, 40 palabras en común',
    );
    expect(summaries()).toHaveLength(7);
  });

  it('has a word for what is compared with no member', () => {
    const [first, second] = [article('First'), article('Second')];
    const lone = { ...echo(second, first), parent: undefined, comparedWith: undefined };
    const view = cascade('lone', [earliest(first), lone]);
    expect(summaries(view)[0]).toContain('Second beside another article:');
    expect(summaries(view, { language: 'es' })[0]).toContain('Second junto a otro artículo:');
  });
});
