import { describe, expect, it } from 'vitest';
import { markupFaults } from './markup-check.fixture.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A</title></head><body><main><h1>A</h1>${body}</main></body></html>`;

describe('markupFaults', () => {
  it('finds nothing in a sound page', () => {
    const sound = page(
      '<h2>B</h2><label for="a">A</label><input id="a" name="a"><a href="/x">x</a><svg aria-hidden="true"><path d="M0 0"/></svg><label>C <select name="c"><option value="1">1</option></select></label>',
    );
    expect(markupFaults(sound)).toEqual([]);
  });

  it.each([
    ['a heading that skips a level', '<h3>C</h3>'],
    ['a second h1', '<h1>B</h1>'],
    ['an id that stands twice', '<p id="a"></p><p id="a"></p>'],
    ['a field without a label', '<input name="q">'],
    ['a label without its field', '<label for="b">B</label>'],
    ['an inline handler', '<p onclick="x()">a</p>'],
    ['an inline style', '<p style="color:red">a</p>'],
    ['an inline script', '<script>alert(1)</script>'],
    ['a script address', '<a href="javascript:x()">a</a>'],
    ['a link without a name', '<a href="/x"></a>'],
    ['a button without a name', '<button> </button>'],
    ['a drawing that says nothing of itself', '<svg viewBox="0 0 1 1"></svg>'],
    ['an element that is not closed', '<div>'],
    ['elements that cross', '<p><span></p></span>'],
    ['a stray sign', '<p>1 < 2</p>'],
    ['a value without quotes', '<p class=a>x</p>'],
  ])('finds %s', (_name, body) => {
    expect(markupFaults(page(body))).not.toEqual([]);
  });

  it('asks less of a piece of a page', () => {
    expect(markupFaults('<h2>A</h2><p>b</p>', false)).toEqual([]);
    expect(markupFaults('<h2>A</h2><p>b</p>')).not.toEqual([]);
  });
});
