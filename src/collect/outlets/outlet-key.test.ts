import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isPlatform, outletKey } from './outlet-key.ts';

describe('outletKey', () => {
  it.each([
    ['https://www.rt.com/news/1', 'rt.com'],
    ['RT.com', 'rt.com'],
    ['actualidad.rt.com', 'actualidad.rt.com'],
    ['//www.jornada.com.mx/', 'jornada.com.mx'],
    ['http://m.example.mx:8080/a?b#c', 'example.mx'],
    ['https://t.me/s/Canal', 't.me/canal'],
    ['t.me/canal', 't.me/canal'],
    ['https://www.youtube.com/channel/UC1', 'youtube.com/channel/uc1'],
    ['https://правда.рф/x', domainToASCII('правда.рф')],
    ['my-h5news.app.xinhuanet.com', 'my-h5news.app.xinhuanet.com'],
  ])('of %s is %s', (value, key) => {
    expect(outletKey(value)).toBe(key);
  });

  it.each([
    '',
    '  ',
    'La Jornada',
    'jornada',
    'http://N',
    'https:/www.rt.com/russia',
    'qchron..com',
    '192.0.2.1',
    'http://[::1]/',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'https://user@/',
  ])('of %j is none', (value) => {
    expect(outletKey(value)).toBeUndefined();
  });
});

describe('outletKey of a long text', () => {
  it('is none', () => {
    expect(outletKey(`https://a.example/${'a'.repeat(3000)}`)).toBeUndefined();
    expect(outletKey('a'.repeat(1e6))).toBeUndefined();
  });
});

describe('isPlatform', () => {
  it('is a host whose accounts are publishers', () => {
    expect(['t.me', 'youtube.com', 'vk.com'].map(isPlatform)).toEqual([true, true, true]);
    expect(['rt.com', 't.me/canal', 'jornada.com.mx'].map(isPlatform)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
