import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pierCascade } from './invented.fixture.ts';
import { ladderMarkup } from './ladder.ts';
import { markupText } from './markup.ts';

const LADDER = pierCascade().ladder!;

function drawn(ladder: typeof LADDER | undefined): ReturnType<typeof parseHTML>['document'] {
  const markup = ladderMarkup(ladder);
  return parseHTML(
    `<html><body><main>${markup === undefined ? '' : markupText(markup)}</main></body></html>`,
  ).document;
}

describe('ladderMarkup', () => {
  it('says the bounds of every rung in one line', () => {
    expect(drawn(LADDER).querySelector('summary')?.textContent).toBe(
      'Independence: 4 articles → 2 to 3 publishers → 1 to 2 newsrooms or agencies → 1 first utterance',
    );
  });

  it('draws what is sure solid, and what is perhaps more in outline behind it', () => {
    const page = drawn(LADDER);
    expect(page.querySelectorAll('.rungs .sure')).toHaveLength(4);
    expect(page.querySelectorAll('.rungs .perhaps')).toHaveLength(2);
    const width = (selector: string): number =>
      Number(page.querySelector(selector)?.getAttribute('width'));
    expect(width('.rungs .perhaps')).toBeGreaterThan(width('.rungs .sure:nth-of-type(3)'));
  });

  it('shows each step with its reason, its passages and whether it is sure', () => {
    const text = drawn(LADDER).body.textContent ?? '';
    expect(text).toContain('Bay Holding, by its imprint');
    expect(text.match(/, perhaps/g)).toHaveLength(2);
    expect(text).toContain('“Nadie consultó a los trabajadores del puerto.”');
    expect(text).toContain('characters 10–53');
  });

  it('draws circular reporting as a ring with an arrow for each step', () => {
    const page = drawn(LADDER);
    expect(page.querySelectorAll('.ring-of .head')).toHaveLength(2);
    expect(page.querySelector('.circle')?.textContent).toContain('as the Mirror reports');
  });

  it('draws no ring of more than eight, and counts what it does not list', () => {
    const [step] = LADDER.circles[0]!.steps;
    const wide = { steps: Array.from({ length: 9 }, () => step!) };
    const merges = Array.from({ length: 15 }, () => LADDER.rungs[2]!.merges[0]!);
    const rungs = LADDER.rungs.map((rung) => ({ ...rung, merges }));
    const page = drawn({ ...LADDER, circles: [wide], rungs });
    expect(page.querySelector('.ring-of')).toBeNull();
    expect(page.querySelectorAll('.circle li')).toHaveLength(9);
    expect(page.body.textContent).toContain('and 3 more');
  });

  it('leaves nothing where there is no ladder', () => {
    expect(drawn(undefined).querySelector('main')?.innerHTML).toBe('');
  });
});
