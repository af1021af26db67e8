import { describe, expect, it } from 'vitest';
import { pageFacts } from './facts.ts';
import { parsePage } from './parse.ts';

const facts = (html: string) => pageFacts(parsePage(html));

describe('pageFacts', () => {
  it('reads title, address, site and language from what states them first', () => {
    expect(
      facts(`<html lang="es-MX"><title> T | Post </title><meta property="og:title" content="T">
        <link rel="canonical" href="/relative"><meta property="og:url" content="https://post.example/t">
        <meta property="og:site_name" content="Post"><meta property="og:locale" content="en_US">`),
    ).toMatchObject({ title: 'T', url: 'https://post.example/t', site: 'Post', language: 'es-MX' });
    expect(
      facts('<title> T\n | Post </title><link rel="canonical" href="/relative">'),
    ).toMatchObject({ title: 'T | Post', url: '/relative' });
    expect(facts('x')).toEqual({
      authors: [],
      basedOn: [],
      published: [],
      changed: [],
      modified: [],
    });
  });

  it('names authors once, without labels, addresses and handles', () => {
    expect(
      facts(`<meta name="author" content="By Jane  Roe"><meta name="dc.creator" content="jane roe">
        <meta property="article:author" content="https://social.example/jane"><meta name="author" content="@jane">
        <span itemprop="author">Автор: Имя Фамилия</span><span class="byline">By Somebody Else</span>`)
        .authors,
    ).toEqual(['Jane Roe', 'Имя Фамилия']);
  });

  it('reads a byline where no author is stated', () => {
    expect(facts('<p class="byline">Por Invented Press | 12 de mayo</p>').authors).toEqual([
      'Invented Press',
    ]);
    expect(facts('<p class="byline">By Jane Roe, May 12, 2024</p>').authors).toEqual(['Jane Roe']);
  });

  it('names the works that a page is taken from', () => {
    expect(
      facts(`<link rel="syndication-source" href="https://wire.example/1"><meta name="original-source" content="https://wire.example/2">
        <script type="application/ld+json">{"@type":"Article","isBasedOn":"https://wire.example/3"}</script>
        <meta name="dc.source" content="Invented Wire">`),
    ).toMatchObject({
      basedOn: ['https://wire.example/3', 'https://wire.example/2', 'https://wire.example/1'],
      authors: ['Invented Wire'],
    });
  });

  it('stays quick on marks without end', () => {
    const begun = performance.now();
    facts(`${'<div class="date author">'.repeat(2000)}<time datetime="2024-01-01">`.repeat(10));
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
