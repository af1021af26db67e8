import { describe, expect, it } from 'vitest';
import { blocksOf, blockText } from './blocks.ts';
import { parsePage } from './parse.ts';

const blocks = (html: string) => blocksOf(parsePage(html).body);

describe('blocksOf', () => {
  it('ends a block where an element of its own line begins or ends', () => {
    expect(blocks('a<div>b <i>c</i><p>d</p>e</div>f').map(({ text }) => text)).toEqual([
      'a',
      'b c',
      'd',
      'e',
      'f',
    ]);
  });

  it('says what kind of block it is', () => {
    const html =
      '<h2>head</h2><ul><li>item<p>more</p></li></ul><table><tr><td>1</td><td>2</td></tr></table><p>text</p>';
    expect(blocks(html).map(({ text, kind }) => `${kind} ${text}`)).toEqual([
      'heading head',
      'item item',
      'item more',
      'row 1 2',
      'text text',
    ]);
  });

  it('counts the characters in links', () => {
    expect(
      blocks(
        '<p>see <a href="x">this page</a> now</p><p>plain</p><p><a>all <b>of it</b></a></p>',
      ).map(({ linked }) => linked),
    ).toEqual([9, 0, 8]);
  });

  it('breaks lines and folds blanks', () => {
    expect(blockText(parsePage('<p> a\n b&nbsp; c<br> d<br><br><br>e </p><p> </p>').body)).toBe(
      'a b c\nd\n\ne',
    );
  });

  it('reads a tree that is deeper than the stack', () => {
    expect(blocks(`${'<div>'.repeat(2900)}x`)).toEqual([{ text: 'x', linked: 0, kind: 'text' }]);
  });
});
