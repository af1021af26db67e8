import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';
import { isHeadline } from './headline.ts';

function check(text: string): boolean {
  const { tokens } = documentOf({ text, language: 'en' });
  return isHeadline(tokens, 0, tokens.length);
}

describe('isHeadline', () => {
  it.each([
    ['Minister Calls for Talks With Neighbours', true],
    ['MINISTER CALLS FOR TALKS', true],
    ['The minister called for talks with Norland on Monday.', false],
    ['Jane Doe', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(check(text)).toBe(expected);
  });
});
