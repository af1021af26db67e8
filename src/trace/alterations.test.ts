import { describe, expect, it } from 'vitest';
import { diffWords } from '../text/diff.ts';
import { tokensOf } from '../text/tokens.ts';
import { headlineAlteration, passageAlterations } from './alterations.ts';

function altered(from: string, to: string) {
  const sides = [from, to].map((text) => ({ text, tokens: tokensOf(text) }));
  const [a, b] = sides as [(typeof sides)[0], (typeof sides)[0]];
  return passageAlterations(a, b, diffWords(a.tokens.ids, b.tokens.ids));
}

describe('passageAlterations', () => {
  it.each([
    ['at least three hundred men crossed', 'at least 3,000 men crossed', 'three hundred', '3,000'],
    ['al menos trescientos hombres', 'al menos tres mil hombres', 'trescientos', 'tres mil'],
    ['погибли 12 человек', 'погибли 20 человек', '12', '20'],
  ])('names a figure that changed: %s', (a, b, from, to) => {
    expect(altered(a, b)).toEqual([{ kind: 'figure-changed', from, to }]);
  });

  it.each([
    ['the alleged spies left', 'the spies left', 'alleged'],
    ['los presuntos espías huyeron', 'los espías huyeron', 'presuntos'],
    ['он якобы бежал ночью', 'он бежал ночью', 'якобы'],
  ])('names a hedge that fell out: %s', (a, b, from) => {
    expect(altered(a, b)).toEqual([{ kind: 'hedge-removed', from, to: '' }]);
  });

  it('is silent where a hedge gave way to another, or only style changed', () => {
    expect(altered('the alleged spies left', 'the supposed spies left')).toEqual([]);
    expect(altered('the big house burned', 'the large house burned')).toEqual([]);
    expect(altered('se fueron a mildura ayer', 'se fueron a casa ayer')).toEqual([]);
  });
});

describe('headlineAlteration', () => {
  it('names a headline that lost its speaker or its hedge', () => {
    const kind = 'headline-hardened';
    const [from, to] = ['El embajador denuncia reclutas', 'Reclutas en la frontera'];
    expect(headlineAlteration(from, to)).toEqual({ kind, from, to });
    expect(headlineAlteration('Посол заявил о вербовке', 'Вербовка идёт')?.kind).toBe(kind);
  });

  it('is silent where there was none, it stays, or a title is missing', () => {
    expect(headlineAlteration('Men at the border', 'Armed men at the border')).toBeUndefined();
    expect(headlineAlteration('Envoy says men crossed', 'Men crossed, envoy says')).toBeUndefined();
    expect(headlineAlteration('', 'Men crossed')).toBeUndefined();
  });
});
