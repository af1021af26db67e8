import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascadeFigure, fitted } from './drawing.ts';
import {
  article,
  cascade,
  dayOf,
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

  it('is described in Spanish where the page is Spanish', () => {
    const spanish = markupText(cascadeFigure(pierCascade(), 'c-1', 'es'));
    for (const words of [
      '>Momento y medio de 8 artículos<',
      '>7 medios, cada uno en su franja, con la hora UTC de izquierda a derecha; 6 flechas de un antecesor probable a un eco; 1 artículo sin fecha junto al eje; la tabla de abajo dice lo mismo en palabras.<',
      '>hora UTC<',
      '>sin fecha<',
      '>23 sept 2024<',
      '>Bay Courier: 23 sept 2024, 06:00 UTC; la más antigua vista<',
      'recortada; 1 h 30 min después, respecto a Bay Courier<',
      '</svg> la más antigua vista<',
      '</svg> dicha de otro modo<',
      '</svg> crédito omitido<',
      '</svg> fecha conocida entre estos límites<',
    ]) {
      expect(spanish).toContain(words);
    }
    expect(page).toContain('cut; 1 h 30 min later than Bay Courier<');
  });

  it('says in Spanish what is open, not known and left out', () => {
    const day = { published: dayOf(START) };
    const open = cascade('open', [earliest(article('A', day)), earliest(article('B', day))]);
    expect(markupText(cascadeFigure(open, 'c', 'es'))).toContain('puede ser la más antigua<');
    const first = article('First');
    const rest = Array.from({ length: 30 }, (_, i) =>
      echo(article(`Outlet ${i}`), first, { copyType: undefined }),
    );
    const wide = markupText(cascadeFigure(cascade('wide', [earliest(first), ...rest]), 'c', 'es'));
    expect(wide).toContain('</svg> tipo de copia desconocido<');
    expect(wide).toContain('>y 7 medios más, en la tabla de abajo<');
  });
});
