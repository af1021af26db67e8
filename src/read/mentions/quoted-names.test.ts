import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openHeads } from './heads.ts';
import type { NameSpan } from './name-spans.ts';
import { textsOf } from './placed.ts';
import { withQuotedNames } from './quoted-names.ts';
import { wordsOf } from './words.ts';

const heads = openHeads(shippedLexicon, 'en');

function namesIn(text: string, spans: readonly NameSpan[]): string[] {
  const words = wordsOf(documentOf({ text, language: 'en' }));
  return withQuotedNames(words, heads, spans).map(
    (span) => `${span.kind}: ${textsOf(words, span).join(' ')}`,
  );
}

describe('withQuotedNames', () => {
  it('takes a title as one name, in place of what was found in it', () => {
    const inner: NameSpan[] = [
      { first: 0, last: 1, kind: 'person' },
      { first: 6, last: 7, kind: 'place' },
    ];
    expect(namesIn('Pym saw the film “Winter in Oslo” twice.', inner)).toEqual([
      'person: Pym',
      'other: Winter in Oslo',
    ]);
  });

  it('takes the name of an outlet for an organisation', () => {
    expect(namesIn('The daily “Morning Eagle” said so.', [])).toEqual([
      'organisation: Morning Eagle',
    ]);
  });

  it.each([
    ['speech', 'He said “Winter is coming” and left.'],
    ['what has no capital', 'The film “of the year” was long.'],
    ['what does not end', 'The film “Winter in Oslo was long.'],
  ])('leaves %s alone', (_, text) => {
    expect(namesIn(text, [])).toEqual([]);
  });
});
