import { describe, expect, it } from 'vitest';
import { article, echo, passage } from './invented.fixture.ts';
import { markupText } from './markup.ts';
import { passagesDetails, type Sides } from './passages.ts';

const FIRST = article('First');
const SECOND = article('Second');
const SIDES: Sides = {
  from: { article: undefined, outlet: 'First', language: 'en' },
  to: { article: undefined, outlet: 'Second', language: 'es' },
};

function drawn(more: Parameters<typeof echo>[2]): string {
  const markup = passagesDetails(echo(SECOND, FIRST, more), SIDES, false);
  return markup === undefined ? '' : markupText(markup);
}

describe('passagesDetails', () => {
  it('strikes what is gone on the left and underlines what is new on the right', () => {
    const page = drawn({ passages: [passage('nobody -asked-+consulted+ them')] });
    expect(page).toContain('<bdi>nobody <del>asked</del> them</bdi>');
    expect(page).toContain('<bdi lang="es">nobody <ins>consulted</ins> them</bdi>');
  });

  it('puts back the spaces that the diff left out, and no others', () => {
    const split = passage('nobody asked', {
      from: { span: { begin: 0, end: 14 }, text: 'nobody asked .' },
      diff: [
        { kind: 'same', text: 'nobody' },
        { kind: 'removed', text: 'asked' },
        { kind: 'same', text: ' .' },
      ],
    });
    expect(drawn({ passages: [split] })).toContain('nobody <del>asked</del> .');
    expect(drawn({ passages: [passage('pre-view-ed')] })).toContain('pre<del>view</del>ed');
  });

  it('marks nothing where the sides share no word', () => {
    const page = drawn({ passages: [passage('-one two-+uno dos+')] });
    expect(page).toContain('<bdi>one two</bdi>');
    expect(page).toContain('<bdi lang="es">uno dos</bdi>');
    expect(page).not.toMatch(/<ins>|<del>/);
  });

  it('says how much it hides and lists changed words only then', () => {
    const added = ['quietly'];
    expect(drawn({ passages: [passage('a', { hiddenWords: 1 })], added })).toMatch(
      /Words added \(1\).*1 more word of this passage is not shown/,
    );
    expect(drawn({ passages: [passage('a')], added })).not.toContain('quietly');
  });

  it('cuts a long list of words and counts the rest', () => {
    const removed = Array.from({ length: 33 }, (_, i) => `w${i}`);
    expect(drawn({ passages: [], removed })).toContain('w29</bdi> and 3 more');
  });

  it('shows a verbatim passage once, with both places', () => {
    const page = drawn({ passages: [passage('nobody asked them')] });
    expect(page.match(/nobody asked them/g)).toHaveLength(1);
    expect(page).toMatch(/Same words: .*First.*120–137.*Second.*44–61/);
  });

  it('is absent where there is nothing to compare', () => {
    expect(drawn({ passages: [] })).toBe('');
  });
});
