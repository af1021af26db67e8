import { describe, expect, it } from 'vitest';
import type { CascadeView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { article, cascade, dayOf, earliest, echo, pierCascade, START } from './invented.fixture.ts';
import { markupText } from './markup.ts';
import { cascadeSummary } from './summary.ts';

function words(view: CascadeView, language?: WordingLanguage): string {
  return markupText(cascadeSummary(view, language)).replace(/<[^>]+>/g, '');
}

describe('cascadeSummary', () => {
  it('says what the data say', () => {
    expect(words(pierCascade())).toBe(
      'Earliest seen: Bay Courier, 23 Sep 2024 06:00 UTC. 8 articles of 7 publishers carry it ' +
        'over 2 days 2 h, in 2 languages (en, es). Among the echoes: 3 verbatim, 1 edited, 1 cut, ' +
        '1 paraphrased and 1 translated. Credit: 4 echoes name where the text came from; in 3 ' +
        'echoes no such words were found. 1 article without a readable date stands aside.',
    );
  });

  it('leaves an open order open', () => {
    const day = { published: dayOf(START) };
    const view = cascade('open', [earliest(article('A', day)), earliest(article('B', day))]);
    expect(words(view)).toMatch(
      /^Order not established between A \(23 Sep 2024 \(day only\)\), B .*: the bounds of their dates touch\./,
    );
  });

  it('calls nothing the earliest where nothing is dated', () => {
    const undated = article('A', { published: undefined });
    const view = cascade('undated', [{ ...echo(undated, undated), role: 'undated' }]);
    expect(words(view)).toMatch(/^No article here carries a readable date/);
    expect(words(view)).not.toContain('Earliest seen');
  });

  it('says the same in Spanish', () => {
    expect(words(pierCascade(), 'es')).toBe(
      'La más antigua vista: Bay Courier, 23 sept 2024, 06:00 UTC. Lo llevan 8 artículos de 7 medios ' +
        'a lo largo de 2 días 2 h, en 2 idiomas (en, es). Entre los ecos, por tipo de copia: ' +
        '3 literales, 1 retocada, 1 recortada, 1 dicha de otro modo y 1 traducida. Crédito: 4 ecos ' +
        'nombran de dónde vino el texto; en 3 ecos no se hallaron tales palabras. 1 artículo sin ' +
        'fecha legible queda aparte.',
    );
  });

  it('claims no more in Spanish where the order is open, or one article has it', () => {
    const day = { published: dayOf(START) };
    const names = Array.from({ length: 8 }, (_, i) => earliest(article(`A${i}`, day)));
    expect(words(cascade('open', names), 'es')).toMatch(
      /^Orden no establecido entre A0 \(23 sept 2024 \(solo el día\)\), .* y 2 artículos más: los límites de sus fechas se tocan\./,
    );
    const alone = article('A', { published: undefined });
    const one = { ...echo(alone, alone), role: 'undated' as const, copyType: undefined };
    expect(words(cascade('undated', [one]), 'es')).toBe(
      'Ningún artículo lleva aquí una fecha legible, así que de ninguno se dice que sea el más antiguo. ' +
        'Lo lleva 1 artículo de 1 medio. Crédito: 1 eco nombra de dónde vino el texto.',
    );
    const first = article('First');
    const untyped = echo(article('Second'), first, { copyType: undefined });
    expect(words(cascade('untyped', [earliest(first), untyped]), 'es')).toContain(
      'por tipo de copia: 1 de tipo desconocido.',
    );
  });
});
