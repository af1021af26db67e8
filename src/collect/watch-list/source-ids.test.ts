import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctSourceId, idValue, sourceIdOf } from './source-ids.ts';

describe('sourceIdOf', () => {
  it.each([
    ['https://actualidad.rt.com/feeds/all.rss', 'actualidad-rt-com-feeds-all-rss'],
    ['http://www.jornada.com.mx/rss/edicion.xml', 'jornada-com-mx-rss-edicion-xml'],
    ['https://voz.example/', 'voz-example'],
    ['http://127.0.0.1:8080/feed', '127-0-0-1-8080-feed'],
  ])('of %s is its words', (url, id) => {
    expect(sourceIdOf(url)).toBe(id);
  });

  it('has the digest behind it where words do not tell the address', () => {
    const ids = [
      'https://voz.example/rss?a=1',
      'https://voz.example/rss?a=2',
      'https://voz.example/RSS',
      'https://voz.example/%D1%80%D1%83',
      `https://voz.example/${'x'.repeat(200)}`,
    ].map(sourceIdOf);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^voz-example.*-[0-9a-f]{6}$/);
  });

  it('is an id for any address, and the same for ever', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        const url = new URL(address).href;
        for (const id of [sourceIdOf(url), distinctSourceId(url)]) {
          expect(idValue(id)).toEqual({ value: id });
        }
        expect(distinctSourceId(url)).toMatch(/-[0-9a-f]{6}$/);
      }),
    );
    expect(sourceIdOf('https://voz.example/rss?a=1')).toBe('voz-example-rss-66e1b0');
  });
});

describe('idValue', () => {
  it.each(['Foo Bar', '', 'a/b', '-a', 'a'.repeat(81), 'ñandú'])('%j is none', (text) => {
    expect(idValue(text)).toEqual({
      fault: expect.stringContaining('is no id; write small letters'),
    });
  });

  it('proposes one', () => {
    expect(idValue('La Jornada')).toEqual({
      fault: expect.stringMatching(/such as la-jornada\.$/),
    });
  });
});
