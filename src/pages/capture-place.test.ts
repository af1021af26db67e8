import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeShown } from './capture-place.ts';

describe('placeShown', () => {
  it.each([
    ['file:/home/ana/desk/news.jsonl#12', 'file:news.jsonl#12'],
    ['file:news.jsonl#12', 'file:news.jsonl#12'],
    ['file:../up/page.html', 'file:page.html'],
    ['file:C:\\Users\\ana\\news.csv#3', 'file:news.csv#3'],
    ['file:/home/ana/a#b.jsonl#7', 'file:a#b.jsonl#7'],
    ['file:/home/ana/#x', 'file:#x'],
    ['file:', 'file:'],
    ['https://one.example/a/b#c', 'https://one.example/a/b#c'],
  ])('shows %j as %j', (origin, shown) => {
    expect(placeShown(origin)).toBe(shown);
  });

  it('shows no folder, whatever the path', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5 })), fc.nat(), (folders, line) => {
        const shown = placeShown(`file:/${[...folders, 'x'].join('/')}#${line}`);
        expect(shown.slice('file:'.length)).not.toMatch(/[\\/]/);
        expect(shown.endsWith(`#${line}`)).toBe(true);
      }),
    );
  });
});
