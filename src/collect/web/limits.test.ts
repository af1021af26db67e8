import { describe, expect, it } from 'vitest';
import { takesType } from './limits.ts';

describe('takesType', () => {
  it.each([
    ['page', 'text/html; charset=utf-8', true],
    ['page', undefined, true],
    ['page', 'application/xhtml+xml', true],
    ['page', 'application/pdf', false],
    ['page', 'Image/PNG', false],
    ['page', 'application/octet-stream', false],
    ['feed', 'application/octet-stream', true],
    ['feed', 'text/html', true],
    ['feed', 'audio/mpeg', false],
    ['sitemap', 'application/gzip', true],
    ['robots', 'image/png', true],
  ] as const)('for a %s, %s: %s', (purpose, type, taken) => {
    expect(takesType(purpose, type)).toBe(taken);
  });
});
