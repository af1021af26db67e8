import { describe, expect, it } from 'vitest';
import { dateInAddress, pageDates } from './dates.ts';
import { marksOf } from './marks.ts';
import { parsePage } from './parse.ts';

function dates(
  html: string,
  options: { url?: string; published?: string; inText?: string[] } = {},
) {
  return pageDates({
    marks: marksOf(parsePage(html)),
    linked: options.published === undefined ? {} : { published: options.published },
    url: options.url,
    textDates: () => options.inText ?? [],
  });
}

describe('pageDates', () => {
  it('trusts JSON-LD, then meta, then marks near the heading, then the address', () => {
    const html = `<html lang="es"><meta name="dc.date" content="2024-05-02"><h1>Title</h1>
      <span class="post-date">3 de mayo de 2024</span><time datetime="2024-05-04">x</time>`;
    const url = 'https://post.example/2024/05/05/title';
    expect(dates(html, { url, published: '2024-05-01' }).published).toEqual([
      '2024-05-01',
      '2024-05-02',
      '2024-05-05',
      '2024-05-04',
      '3 de mayo de 2024',
    ]);
  });

  it('takes a time before the address where they agree', () => {
    const html = '<h1>Title</h1><time datetime="2024-05-04T08:00:00Z">x</time>';
    expect(dates(html, { url: 'https://post.example/2024/05/04/x' }).published).toEqual([
      '2024-05-04T08:00:00Z',
      '2024-05-04',
    ]);
  });

  it('keeps changes apart', () => {
    const html = `<meta property="article:modified_time" content="2024-05-06"><h1>Title</h1>
      <time class="updated" datetime="2024-05-07">x</time><p class="date">Actualizado: 08.05.2024</p><time datetime="2024-05-04">x</time>`;
    const { published, changed } = dates(html);
    expect(published).toEqual(['2024-05-04']);
    expect(changed.slice(0, 2)).toEqual(['2024-05-06', '2024-05-07']);
  });

  it('passes over comments, sidebars and lists, unless nothing else is said', () => {
    const html = `<h1>Title</h1><div class="comments"><time datetime="2024-05-09">x</time></div>
      <div class="most-read"><span class="date">2024-05-08</span></div>`;
    expect(dates(html)).toMatchObject({ published: [], changed: ['2024-05-09'] });
    expect(
      dates(`${html}<div class="info"><time datetime="2024-05-04">x</time></div>`).published,
    ).toEqual(['2024-05-04']);
  });

  it('takes the mark nearest to the heading that the title repeats', () => {
    const html = `<title>The bridge | Post</title><h1>Post of the town</h1><time datetime="2024-05-09">x</time>
      <p>${'word '.repeat(100)}</p><h1>The bridge</h1><time datetime="2024-05-04">x</time>`;
    expect(dates(html).published).toEqual(['2024-05-04', '2024-05-09']);
  });

  it('believes a text that says when it was published before what is said to machines', () => {
    const html =
      '<html lang="fr"><h1>T</h1><time datetime="2024-05-09T08:00Z">Publié le 4 mai 2024</time>';
    expect(dates(html).published[0]).toBe('4 mai 2024');
  });

  it('asks the text only where no mark names a day for certain', () => {
    const inText = ['2024-05-12'];
    expect(dates('<meta name="date" content="05/12/2024">', { inText }).published).toEqual([
      '05/12/2024',
      '2024-05-12',
    ]);
    expect(dates('<meta name="date" content="2024-05-11">', { inText }).published).toEqual([
      '2024-05-11',
    ]);
  });
});

describe('dateInAddress', () => {
  it.each([
    ['https://a.example/2024/9/3/title', ['2024-09-03']],
    ['https://a.example/news/2024-09-23-title', ['2024-09-23']],
    ['https://a.example/story_2024_09_23.html', ['2024-09-23']],
    ['https://a.example/20240923/x', ['2024-09-23']],
    ['https://a.example/20249923/x', []],
    ['https://a.example/2024/09/title', []],
    ['https://a.example/item-20240923771', []],
    [undefined, []],
  ])('finds in %s %j', (url, expected) => {
    expect(dateInAddress(url)).toEqual(expected);
  });
});
