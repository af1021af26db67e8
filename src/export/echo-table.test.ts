import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CascadeView } from '../domain/views.ts';
import { echoTable } from './echo-table.ts';
import { article, cascade, earliest, echo, pierCascade } from './invented.fixture.ts';
import { markupText } from './markup.ts';
import type { Shown } from './place.ts';

const tableOf = (view: CascadeView, shown?: Shown) =>
  parseHTML(`<html><body>${markupText(echoTable(view, 'c-1', shown))}</body></html>`).document;

/** The words of the cells in the row of a member, counting from 1, behind its article. */
function cells(view: CascadeView, n: number, shown?: Shown): (string | null)[] {
  const row = tableOf(view, shown).querySelector(`#c-1-${n}`)!;
  return [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim());
}

const SPANISH: Shown = { language: 'es', languageOf: () => 'en' };

describe('echoTable', () => {
  it('names its columns, in Spanish also beside each cell', () => {
    const heads = (shown?: Shown) =>
      [...tableOf(pierCascade(), shown).querySelectorAll('thead th')].map((th) => th.textContent);
    expect(heads()).toEqual([
      'Outlet and article',
      'Published',
      'Lag',
      'Copy type',
      'Credit',
      'Likely parent (a lead)',
    ]);
    expect(heads(SPANISH)).toEqual([
      'Medio y artículo',
      'Publicado',
      'Retraso',
      'Tipo de copia',
      'Crédito',
      'Antecesor probable (una pista)',
    ]);
    const labels = [...tableOf(pierCascade(), SPANISH).querySelectorAll('#c-1-1 td')];
    expect(labels.map((td) => td.getAttribute('data-label'))).toEqual(heads(SPANISH).slice(1));
    expect(tableOf(pierCascade()).querySelector('[data-label]')).toBeNull();
  });

  it('says the same of a member in both languages', () => {
    expect(cells(pierCascade(), 3)).toEqual([
      '23 Sep 2024 08:15 UTC',
      '2 h 15 min later',
      'edited',
      'kept“as the Bay Courier first reported”',
      'Bay Couriershares the most text with it; confidence 72 %both credit Bay Wire, which may be the origin of both',
    ]);
    expect(cells(pierCascade(), 3, SPANISH)).toEqual([
      '23 sept 2024, 08:15 UTC',
      '2 h 15 min después',
      'retocada',
      'se mantuvo«as the Bay Courier first reported»',
      'Bay Courieres con el que más texto comparte; confianza 72\u202f%ambos citan como fuente a Bay Wire, que puede ser el origen de ambos',
    ]);
  });

  it('says in Spanish what is not known, and what else could be', () => {
    expect(cells(pierCascade(), 1, SPANISH)[2]).toBe('la más antigua vista');
    expect(cells(pierCascade(), 5, SPANISH)[4]).toContain(
      'nombra a este medio; confianza 72\u202f%también podría ser The',
    );
    expect(cells(pierCascade(), 5, SPANISH)[4]).toContain('también podría ser The Evening Mirror');
    expect(cells(pierCascade(), 8, SPANISH)).toEqual([
      'sin fecha',
      'no se sabe, sin fecha',
      'literal',
      'se mantuvo',
      'ninguno; se compara con Bay Courier',
    ]);
    const first = article('First');
    const alike = { ...earliest(article('Second')), role: 'echo' as const };
    expect(cells(cascade('alike', [earliest(first), alike]), 2, SPANISH).slice(1, 4)).toEqual([
      'solo comparte sus palabras con otros posteriores',
      'no se sabe',
      'no se sabe',
    ]);
  });

  it('counts rivals and names several wires in Spanish', () => {
    const [first, second] = [article('First'), article('Second')];
    const { parent } = echo(second, first);
    const rivals = Array.from({ length: 8 }, (_, i) => ({ article: first.id, outlet: `R${i}` }));
    const bothCredit = ['Bay Wire', 'Pier Wire'].map((name) => ({ id: name, name }));
    const view = cascade('rivals', [
      earliest(first),
      echo(second, first, {
        parent: { ...parent!, rivals, bothCredit },
        creditText: 'EFE / Roe',
        creditIn: 'authors',
      }),
    ]);
    const [, , , credit, lead] = cells(view, 2, SPANISH);
    expect(lead).toContain('Bay Wire, Pier Wire, que pueden ser el origen de ambos');
    expect(lead).toContain('R5 y 2 otros');
    expect(credit).toBe('se mantuvo, consta en la autoría«EFE / Roe»');
  });

  it('says the language of a title and of a credit that are not in that of the page', () => {
    const page = tableOf(pierCascade(), SPANISH);
    expect(page.querySelector('#c-1-3 .title bdi')?.getAttribute('lang')).toBe('en');
    expect(page.querySelector('#c-1-3 .quote bdi')?.getAttribute('lang')).toBe('en');
    expect(page.querySelector('#c-1-4 .title bdi')?.getAttribute('lang')).toBeNull();
    expect(page.querySelector('#c-1-3 th')?.textContent).toMatch(
      /en, captura [0-9a-f]{12} de file/,
    );
  });
});
