import { describe, expect, it } from 'vitest';
import { collectorTime, dayOfDump, languageCode, translatedFrom } from './collector-words.ts';

describe('collectorTime', () => {
  it.each([
    ['20240923101500', '2024-09-23T10:15:00Z'],
    ['20240923T101500Z', '2024-09-23T10:15:00Z'],
    ['20240923', '2024-09-23'],
    ['20240931101500', undefined],
    ['20241301', undefined],
    ['20240923256000', undefined],
    ['2024-09-23', undefined],
    ['', undefined],
  ])('reads %j', (value, time) => {
    expect(collectorTime(value, 'Z')).toBe(time);
  });

  it('states no zone that nobody stated', () => {
    expect(collectorTime('20240923101500', '')).toBe('2024-09-23T10:15:00');
  });
});

describe('dayOfDump', () => {
  it('is in the name of a Media Cloud file alone', () => {
    expect(dayOfDump('/data/mc-2024-09-23.rss.gz')).toBe('2024-09-23');
    expect(dayOfDump('mc-2024-13-23.rss')).toBeUndefined();
    expect(dayOfDump('other-2024-09-23.rss')).toBeUndefined();
  });
});

describe('languageCode', () => {
  it.each([
    ['spa', 'es'],
    ['Spanish', 'es'],
    ['RUSSIAN', 'ru'],
    ['iw', 'he'],
    ['es_MX', 'es-MX'],
    ['ast', 'ast'],
    ['Old Valdorian', 'Old Valdorian'],
    ['', ''],
  ])('reads %j', (value, code) => {
    expect(languageCode(value)).toBe(code);
  });
});

describe('translatedFrom', () => {
  it('is the source language of a translation', () => {
    expect(translatedFrom('srclc:spa;eng:Moses 2.1.1')).toBe('es');
    expect(translatedFrom('')).toBeUndefined();
    expect(translatedFrom('eng:Moses')).toBeUndefined();
  });
});
