import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascadeFigure, fitted } from './drawing.ts';
import {
  article,
  cascade,
  earliest,
  echo,
  minuteAt,
  pierCascade,
  START,
} from './invented.fixture.ts';
import { markupText } from './markup.ts';
import { HOUR } from './moments.ts';

describe('fitted', () => {
  it('keeps what fits and cuts what does not', () => {
    expect(fitted('Bay Courier', 180)).toBe('Bay Courier');
    expect(fitted('The Evening Mirror of the Lower Bay and Beyond', 100)).toBe('The Evening M…');
    expect(fitted('中'.repeat(40), 100)).toBe(`${'中'.repeat(6)}…`);
  });

  it('is a head of the text and never breaks a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const cut = fitted(text, 120);
        expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true);
        expect([...cut].length).toBeLessThanOrEqual(30);
      }),
    );
  });
});

describe('cascadeFigure', () => {
  const page = markupText(cascadeFigure(pierCascade(), 'c-1'));

  it('has a title, a description and one link for each member', () => {
    expect(page).toContain('<title id="c-1-t">Time and outlet of 8 articles</title>');
    expect(page).toContain('<desc id="c-1-d">One lane for each of 7 outlets');
    for (let n = 1; n <= 8; n++) expect(page).toContain(`<a href="#c-1-${n}"`);
  });

  it('dashes dropped credit and hollows what is not a point in time', () => {
    expect(page.match(/class="arrow t-\w+ dropped"/g)).toHaveLength(3);
    expect(page.match(/ unsure"/g)).toHaveLength(2);
  });

  it('says how many outlets it leaves to the table', () => {
    const first = article('First');
    const rest = Array.from({ length: 30 }, (_, i) =>
      echo(article(`Outlet ${i}`, { published: minuteAt(START + (i + 1) * HOUR) }), first),
    );
    const wide = cascadeFigure(cascade('wide', [earliest(first), ...rest]), 'c-2');
    expect(markupText(wide)).toContain('and 7 more outlets, in the table below');
  });
});
