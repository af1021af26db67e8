import { describe, expect, it } from 'vitest';
import { article, echo, passage } from './invented.fixture.ts';
import { markupText } from './markup.ts';
import { passagesDetails, type Sides } from './passages.ts';
import type { Shown } from './place.ts';

const FIRST = article('First');
const SECOND = article('Second');
const SIDES: Sides = {
  from: { article: undefined, outlet: 'First', language: 'en' },
  to: { article: undefined, outlet: 'Second', language: 'es' },
};

function drawn(more: Parameters<typeof echo>[2], shown?: Shown): string {
  const markup = passagesDetails(echo(SECOND, FIRST, more), SIDES, false, shown);
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

  it('is worded in Spanish, with the English side marked as such', () => {
    const spanish: Shown = { language: 'es' };
    const page = drawn({ passages: [passage('nobody -asked-+consulted+ them')] }, spanish);
    expect(page).toContain(
      '<b><bdi>Second</bdi></b> junto a <bdi>First</bdi>: 1 pasaje, 31 palabras en común',
    );
    expect(page).toContain('caracteres 120–137');
    expect(page).toContain('<bdi lang="en">nobody <del>asked</del> them</bdi>');
    expect(page).toContain('<bdi>nobody <ins>consulted</ins> them</bdi>');
    expect(drawn({ passages: [passage('nobody asked them')] }, spanish)).toContain(
      'Las mismas palabras: <bdi>First</bdi>',
    );
  });

  it('says in Spanish what was changed, left out, added and hidden', () => {
    const title = { from: 'Nobody was asked', to: 'Nobody' };
    const alterations = [
      { kind: 'headline-hardened', from: title.from, to: title.to },
      { kind: 'figure-changed', from: 'ninety', to: 'ninety-nine' },
      { kind: 'hedge-removed', from: 'reportedly', to: '' },
    ] as const;
    const page = drawn(
      {
        title,
        alterations,
        added: ['quietly'],
        removed: Array.from({ length: 33 }, (_, i) => `w${i}`),
        passages: [passage('a', { hiddenWords: 1 }), passage('b', { hiddenWords: 12 })],
      },
      { language: 'es', languageOf: () => 'en' },
    );
    for (const words of [
      'Título (titular sin quien lo dice o sin reserva): <del>',
      'Cifra cambiada: <del><bdi lang="en">ninety</bdi></del>',
      'Reserva omitida: <del>',
      'w29</bdi> y 3 más',
      'No se muestra aquí 1 palabra más de este pasaje.',
      'No se muestran aquí 12 palabras más de este pasaje.',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Palabras omitidas (33): <bdi>w0');
    expect(page).toContain('Palabras añadidas (1): ');
  });

  it('is absent where there is nothing to compare', () => {
    expect(drawn({ passages: [] })).toBe('');
  });
});
