/** Hostile and plain inputs of operations, as pairs and as JSON. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { named, type Operation } from '../operations/operation.ts';
import { ApiProblem } from './problems.ts';
import { inputOfJson, inputOfPairs, remoteFields } from './query-input.ts';

const sample = named('sample', 'Take every kind of field', {
  input: z.object({
    words: z.array(z.string()).default([]),
    q: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
    open: z.boolean().default(false),
    state: z.enum(['open', 'all']).default('open'),
    file: z.string().default('watch.yaml'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false, fields: ['words', 'q', 'limit', 'open', 'state'] },
  run: async () => ({}),
  text: () => '',
}) as unknown as Operation;

const PLAIN = { words: [], limit: 20, open: false, state: 'open', file: 'watch.yaml' };
const ofQuery = (query: string) => inputOfPairs(sample, new URLSearchParams(query));

/** The sentence of the refusal. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ApiProblem);
    expect((error as ApiProblem).kind).toBe('bad-input');
    return (error as ApiProblem).message;
  }
  throw new Error('it was taken');
}

describe('inputOfPairs', () => {
  it.each([
    ['', {}],
    ['words=a&words=b', { words: ['a', 'b'] }],
    ['words=a', { words: ['a'] }],
    ['q=', {}],
    ['q=%00', { q: '\u0000' }],
    ['q=%zz%ff', { q: '%zz\ufffd' }],
    ['limit=5&open=true&state=all', { limit: 5, open: true, state: 'all' }],
    ['open', { open: true }],
    ['open=on', { open: true }],
    ['open=0', {}],
    ['limit=', {}],
  ])('takes %j', (query, fields) => {
    expect(ofQuery(query)).toEqual({ ...PLAIN, ...fields });
  });

  it.each([
    ['q=a&q=b', 'q stands there twice'],
    ['limit=0', 'limit'],
    ['limit=1e999', 'limit'],
    ['limit=five', 'limit'],
    ['limit=1.5', 'limit'],
    ['open=perhaps', 'open is true or false, not "perhaps"'],
    ['state=__proto__', 'state'],
    ['file=/etc/passwd', 'file is taken at a terminal only'],
    ['nothing=1', 'It takes words, q, limit, open, state.'],
    ['__proto__=1', 'no field "__proto__"'],
    ['constructor=1', 'no field "constructor"'],
    ['q%00=1', 'no field "q\u0000"'],
    [`q=${'x'.repeat(100_000)}`, 'q is longer than 20000 characters'],
    [`words=a&words=${'x'.repeat(100_000)}`, 'words is longer'],
  ])('refuses %.40j', (query, says) => {
    const said = refusal(() => ofQuery(query));
    expect(said).toContain(says);
    expect(said.length).toBeLessThan(600);
  });

  it('quotes a bounded part of a long name', () => {
    expect(refusal(() => ofQuery(`${'n'.repeat(100_000)}=1`)).length).toBeLessThan(200);
  });

  it('takes 20,000 values of a list', () => {
    const many = Array.from({ length: 20_000 }, () => 'words=a').join('&');
    expect((ofQuery(many)['words'] as unknown[]).length).toBe(20_000);
  });

  it('gives an input or a refusal, whatever comes', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(PLAIN), 'q', '__proto__'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        try {
          const input = inputOfPairs(sample, pairs);
          expect(input['file']).toBe('watch.yaml');
          expect(Object.keys(input).every((one) => Object.hasOwn(sample.input.shape, one))).toBe(
            true,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(ApiProblem);
        }
      }),
    );
  });
});

describe('inputOfJson', () => {
  it('takes the fields of an object', () => {
    expect(inputOfJson(sample, { words: ['a'], limit: 5 })).toEqual({
      ...PLAIN,
      words: ['a'],
      limit: 5,
    });
  });

  it.each([
    [null, 'takes a JSON object'],
    [[], 'takes a JSON object'],
    ['x', 'takes a JSON object'],
    [{ file: 'x' }, 'file is taken at a terminal only'],
    [JSON.parse('{"__proto__":{"limit":1}}'), 'no field "__proto__"'],
    [{ words: 'a' }, 'words'],
    [{ q: 1 }, 'q'],
    [{ q: null }, 'q'],
    [{ open: 'true' }, 'open'],
  ])('refuses %j', (body, says) => {
    expect(refusal(() => inputOfJson(sample, body))).toContain(says);
  });
});

describe('remoteFields', () => {
  it('are all where no field names something of the machine', () => {
    const { remote, ...rest } = sample;
    const open = { ...rest, remote: { role: remote!.role, changes: false } };
    expect(remoteFields(sample)).toEqual(['words', 'q', 'limit', 'open', 'state']);
    expect(remoteFields(open)).toEqual(Object.keys(sample.input.shape));
  });
});

describe('a number in JSON', () => {
  it.each([5, '5', ' 5 '])('is taken as %j', (limit) => {
    expect(inputOfJson(sample, { limit })).toMatchObject({ limit: 5 });
  });

  it.each<[unknown]>([[null], [true], [false], [''], ['  '], [[]], [[5]], [{}], [{ valueOf: 5 }]])(
    'is not %j',
    (limit) => {
      const said = refusal(() => inputOfJson(sample, { limit }));
      expect(said).toBe(`sample: limit is a number, not ${JSON.stringify(limit)}.`);
    },
  );
});
