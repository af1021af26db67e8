import { describe, expect, it } from 'vitest';
import { optionsIn, withOptions } from './ingest-options.ts';

describe('withOptions', () => {
  it('leaves a media type alone where there is nothing to keep', () => {
    expect(withOptions('text/csv; header=present', {})).toBe('text/csv; header=present');
    expect(withOptions('application/json', { fields: {} })).toBe('application/json');
  });

  it('is read again by optionsIn, beside what the media type said before', () => {
    const options = { fields: { text: 'cuerpo; = "x"' }, timezone: 'America/Mexico_City' };
    const media = withOptions('text/csv; header=present', options);
    expect(media).toMatch(/^text\/csv; header=present; /);
    expect(optionsIn(media)).toEqual(options);
  });
});

describe('optionsIn', () => {
  it('finds none in foreign or damaged types', () => {
    expect(optionsIn('text/html; charset=utf-8')).toEqual({});
    expect(optionsIn('text/csv; fields=%7B')).toEqual({});
    expect(optionsIn('text/csv; fields=%')).toEqual({});
  });
});
