import { describe, expect, it } from 'vitest';
import { textOfBlocks } from './blocks.ts';
import { articleBody } from './body.ts';
import { parsePage } from './parse.ts';

/** Invented text. */
const PROSE =
  'The council of the invented town met on Monday, and agreed, after a long debate, to repair the bridge before the winter.';
const found = (html: string) => textOfBlocks(articleBody(parsePage(html), html)?.blocks ?? []);

describe('articleBody', () => {
  it('finds nothing on an empty page', () => {
    expect(found('<html><body></body></html>')).toBe('');
  });

  it('doubts a small body, and reads the page again with all of it', () => {
    // Named as if beside, piece by piece: each is less than a fifth of the whole.
    const pieces = `<div class="promo"><p>${PROSE} ${PROSE}</p></div>`.repeat(9);
    const html = `<body><div class="text">${pieces}</div><p>A short line at the end of the page.</p></body>`;
    expect(found(html).split(PROSE).length - 1).toBe(18);
  });

  it('reads a page whole that nests deeper than Readability bears', () => {
    const html = `<body>${'<div>'.repeat(450)}<p>${PROSE}</p><div class="share">Share</div>${'</div>'.repeat(450)}</body>`;
    expect(found(html)).toBe(PROSE);
  });

  it('keeps the words of a sentence that are named like a byline', () => {
    const html = `<body><p><b class="author-name">The mayor</b> said to the council that it was time. ${PROSE}</p><p>${PROSE}</p></body>`;
    expect(found(html)).toMatch(/^The mayor said/);
  });
});
