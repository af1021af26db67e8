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
  it('takes the pipeline at any size', () => {
    const call = { kind: 'pipeline', articles: 25, json: false };
    expect(readCall(['pipeline', '--articles', '25'])).toEqual(call);
  });
  it('takes both parts of the watch, or the one that is named', () => {
    const both = { kind: 'watch', feeds: 1000, pages: 10_000, paceMs: 0, json: false };
    expect(readCall(['watch'])).toEqual(both);
    expect(readCall(['watch', '--feeds', '9'])).toEqual({ ...both, feeds: 9, pages: 0 });
    expect(readCall(['watch', '--pages', '9'])).toEqual({ ...both, feeds: 0, pages: 9 });
    expect(readCall(['watch', '--pace', '1000'])).toEqual({ ...both, paceMs: 1000 });
  });
  it('takes the console on a desk that is made or that is there', () => {
    const made = { kind: 'pages', articles: 25, json: false };
    expect(readCall(['pages', '--articles', '25'])).toEqual(made);
    const there = { kind: 'pages', desk: 'my/desk', json: true };
    expect(readCall(['pages', '--desk', 'my/desk', '--json'])).toEqual(there);
  });
  it.each([
    [['other'], '"other" is no bench.'],
    [['trace', 'x'], '"x" is too much.'],
    [['encoder', 'x'], '"x" is too much.'],
    [['encoder', '--articles', '9'], '--articles is not for encoder.'],
    [['trace', '--desk', 'x'], '--desk is not for trace.'],
    [['pages', '--desk', 'x', '--articles', '9'], 'exclude each other'],
    [['pages'], '--articles "" is no number'],
    [['trace'], '--articles "" is no number'],
    [['trace', '--articles', '1e5'], '--articles "1e5" is no number'],
    [['trace', '--articles', '0'], '--articles "0" is no number'],
    [['watch', '--articles', '9'], '--articles is not for watch.'],
    [['watch', '--feeds', 'many'], '--feeds "many" is no number'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', (argv, message) => {
    expect(readCall(argv)).toContain(message);
  });
});
