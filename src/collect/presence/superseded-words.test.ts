import fc from 'fast-check';
import { expect, test } from 'vitest';
import { supersededBy } from './superseded-words.ts';

test.each([
  ['0123456789abcdef', { kind: 'id', id: '0123456789abcdef' }],
  ['0123456789ABCDEF', { kind: 'id', id: '0123456789abcdef' }],
  [
    'Bay Courier 2024-03-05',
    { kind: 'stated', source: 'Bay Courier', asOf: { first: '2024-03-05', last: '2024-03-05' } },
  ],
  [
    'Gazette, 2024',
    { kind: 'stated', source: 'Gazette', asOf: { first: '2024-01-01', last: '2024-12-31' } },
  ],
  [
    'Gazette 2024-02/2024-03-05',
    { kind: 'stated', source: 'Gazette', asOf: { first: '2024-02-01', last: '2024-03-05' } },
  ],
  ['Gazette undated', { kind: 'stated', source: 'Gazette', asOf: undefined }],
])('%s', (text, reference) => expect(supersededBy(text)).toEqual(reference));

test.each(['', 'Gazette', '2024-03-05', 'Gazette 2024-13-01', 'Gazette of May', '0123', 'a 1/2/3'])(
  'names no entry: %j',
  (text) =>
    expect(supersededBy(text)).toEqual({ reason: expect.stringContaining('names no entry') }),
);

test('never throws, and is quick on long texts', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = supersededBy(text);
      expect('reason' in found || found.kind === 'id' || found.source.length > 0).toBe(true);
    }),
  );
  for (const text of [' '.repeat(1e6), 'a '.repeat(5e5), '9'.repeat(1e6)]) {
    expect(supersededBy(text)).toHaveProperty('reason');
  }
});
