import { describe, expect, it } from 'vitest';
import { claimLanguage } from './claim-language.ts';
import { openClaimPorts } from './claim-ports.ts';

const ports = openClaimPorts();

function asked(text: string, detected = 'und', languages = ['ru', 'es', 'en', 'pl']) {
  const desk = { detectLanguage: async () => detected } as never;
  return claimLanguage({ desk, ports, languages }, text);
}

describe('claimLanguage', () => {
  it('takes what the detector says', async () => {
    expect(await asked('masks do not protect', 'fr')).toBe('fr');
  });

  it('takes the language of the desk in which the words are usual where the detector cannot tell', async () => {
    expect(await asked('masks do not protect')).toBe('en');
    expect(await asked('las mascarillas no protegen')).toBe('es');
    expect(await asked('маски не защищают')).toBe('ru');
  });

  it('does not guess', async () => {
    for (const text of ['', '42', 'zzyx qqwv xxkj', '口罩没有用']) {
      expect(await asked(text)).toBe('und');
    }
    expect(await asked('masks do not protect', 'und', [])).toBe('und');
  });
});
