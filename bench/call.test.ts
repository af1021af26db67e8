import { describe, expect, it } from 'vitest';
import { readCall } from './call.ts';

describe('readCall', () => {
  it('is a small bench without arguments', () => {
    expect(readCall([])).toEqual({ kind: 'trace', articles: 10_000, json: false });
  });
  it('takes a number of articles', () => {
    const call = { kind: 'trace', articles: 25, json: true };
    expect(readCall(['trace', '--articles', '25', '--json'])).toEqual(call);
  });
  it('takes the encoder, which has no size', () => {
    expect(readCall(['encoder'])).toEqual({ kind: 'encoder', json: false });
    expect(readCall(['encoder', '--json'])).toEqual({ kind: 'encoder', json: true });
  });
  it.each([
    [['other'], '"other" is no bench.'],
    [['trace', 'x'], '"x" is too much.'],
    [['encoder', 'x'], '"x" is too much.'],
    [['encoder', '--articles', '9'], '--articles is for trace alone.'],
    [['trace'], '--articles "" is no number'],
    [['trace', '--articles', '1e5'], '--articles "1e5" is no number'],
    [['trace', '--articles', '0'], '--articles "0" is no number'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', (argv, message) => {
    expect(readCall(argv)).toContain(message);
  });
});
