import { describe, expect, it } from 'vitest';
import { countProse, removeBeside, standsBeside } from './beside.ts';
import { parsePage } from './parse.ts';

const first = (html: string) => parsePage(html).body.firstChild!;

describe('standsBeside', () => {
  it.each([
    '<div class="shareBar">',
    '<div class="c-share_tools">',
    '<div id="comments">',
    '<div class="wp-caption">',
    '<section class="RelatedArticles related-stories">',
    '<div class="ad-slot">',
    '<aside>',
    '<figcaption>',
    '<nav>',
    '<div role="complementary">',
    '<p hidden>',
    '<p aria-hidden="true">',
    '<div class="newsletter">',
  ])('is so of %s', (html) => {
    expect(standsBeside(first(`${html}x`))).toBe(true);
  });

  it.each([
    '<div class="shareholders">',
    '<div class="header">',
    '<div class="overflow-hidden">',
    '<div class="upload adverse">',
    '<article class="share related">',
    '<div class="entry-content related">',
    '<div class="tweet social">',
    '<h2 id="sharing-with-a-single-developer">',
    '<p>',
    '<div class="article-tagline">',
  ])('is not so of %s', (html) => {
    expect(standsBeside(first(`${html}x`))).toBe(false);
  });
});

const LONG = 'A run of text that is long enough to be counted as prose by anyone who counts. ';

describe('countProse', () => {
  it('counts long runs of text, each in all that holds it', () => {
    const { body } = parsePage(`<div><p>${LONG}</p><p>short</p></div><p>${LONG}${LONG}</p>`);
    const one = LONG.trim().length;
    expect(countProse(body)).toBe(one + 2 * LONG.length - 1);
    expect(body.firstChild?.prose).toBe(one);
  });
});

describe('removeBeside', () => {
  const html = `<div class="related"><p>${LONG}</p></div><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p>`;
  const left = (page: string, each: number, all: number) => {
    const { body } = parsePage(page);
    removeBeside(body, { each, all });
    return body.children.length;
  };

  it('removes an element up to a share of the prose', () => {
    expect([left(html, 0.2, 1), left(html, 0.3, 1)]).toEqual([4, 3]);
  });

  it('removes none where all together hold more', () => {
    expect([left(html + html, 0.3, 0.2), left(html + html, 0.3, 0.3)]).toEqual([8, 6]);
  });

  it('looks inside of what it leaves', () => {
    const { body } = parsePage(`<div class="share"><p>${LONG}</p><div class="share">x</div></div>`);
    removeBeside(body, { each: 0.5, all: 1 });
    expect(body.textContent).toBe(LONG);
  });
});
