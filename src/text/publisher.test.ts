import { describe, expect, it } from 'vitest';
import { publisherLabel, publisherOf } from './publisher.ts';

describe('publisherOf', () => {
  it('takes the editions of one house for one publisher', () => {
    for (const domain of ['valdoria.co.uk', 'www.valdoria.co.uk', 'es.valdoria.co.uk']) {
      expect(publisherOf(domain)).toBe('valdoria.co.uk');
    }
    expect(publisherOf('mundo.valdoria.example')).toBe('valdoria.example');
  });

  it('takes an account on a platform for a publisher of its own', () => {
    expect(publisherOf('t.me/valdoria')).toBe('t.me/valdoria');
    expect(publisherOf('valdoria.blogspot.com')).toBe('valdoria.blogspot.com');
  });

  it('returns what has no registrable domain as it is', () => {
    for (const domain of ['', 'localhost', '192.168.0.1', 'com', 'unknown']) {
      expect(publisherOf(domain)).toBe(domain);
    }
  });
});

describe('publisherLabel', () => {
  it('is the registrable domain without its suffix', () => {
    expect(publisherLabel('es.radiovaldoria.com.mx')).toBe('radiovaldoria');
    expect(publisherLabel('radiovaldoria.example')).toBe('radiovaldoria');
  });

  it('is empty where there is none', () => {
    for (const domain of ['t.me/valdoria', 'localhost', ''])
      expect(publisherLabel(domain)).toBe('');
  });
});
