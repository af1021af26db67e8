import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRIEFING_LANGUAGES } from '../../domain/briefing.ts';
import { emptyFacts, facts } from './briefing.fixture.ts';
import { composeBriefing } from './compose.ts';
import { withForeign } from './hostile.fixture.ts';
import { briefingHtml } from './html.ts';
import { briefingMarkdown } from './markdown.ts';

const HOSTILE = [
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '[x](javascript:alert(1)) ![p](http://evil.example/p.png) <http://evil.example>',
  'http://evil.example www.evil.example me@evil.example',
  '# heading\n- item\n1. one\n```\ncode\n```\n<!-- -->',
  '1. one',
  '- one',
  '*bold* _em_ ~~gone~~ `code` | a | b | $x$ \\',
  '&lt;script&gt; &#60; &amp;',
  '\u202eevil\u2066\u0000',
];
/** All tags that a page has. */
const TAGS: ReadonlySet<string> = new Set(
  'html head meta title style body header main footer section nav h1 h2 h3 p ul ol li div a sup q bdi code span'.split(
    ' ',
  ),
);
const hostileBriefing = (text: string, language: 'en' | 'es') =>
  composeBriefing(
    withForeign(facts(), () => text),
    language,
  );

describe.each(BRIEFING_LANGUAGES)('briefingHtml in %s', (language) => {
  const page = briefingHtml(composeBriefing(facts(), language));

  test('carries neither script nor anything that is fetched, and forbids both', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son[a-z]+=|style="/i);
  });

  test('says its language, its landmarks and the languages of quotations', () => {
    expect(page).toContain(`<html lang="${language}">`);
    for (const landmark of ['<header>', '<nav aria-label=', '<main>', '<footer>']) {
      expect(page).toContain(landmark);
    }
    const other = language === 'en' ? 'es' : 'en';
    expect(page).toMatch(new RegExp(`<q><bdi lang="${other}">`));
    expect(page).toContain('<bdi lang="ru">Маяк гаснет в понедельник</bdi>');
    expect(page).not.toContain(`<bdi lang="${language}">`);
  });

  test('notes lead to sources and sources back to notes; ids are unique', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(links.filter((id) => id.startsWith('source-')).length).toBeGreaterThan(40);
    const sources = ids.filter((id) => id.startsWith('source-'));
    for (const id of sources) {
      const back = links.filter((one) => one.startsWith(`note-${id.slice(7)}-`));
      expect(back.length, id).toBeGreaterThan(0);
    }
  });

  test('breaks no item over two pages of A4', () => {
    expect(page).toContain('size:A4');
    expect(page).toMatch(/\.item,[^}]*\{break-inside:avoid\}/);
  });

  test.each(HOSTILE)('stored text stays text: %j', (text) => {
    const hostile = briefingHtml(hostileBriefing(text, language));
    expect(hostile).not.toMatch(
      /<script|<img|<\/style><(?!\/head)|javascript:alert\(1\)"|[\u202a-\u202e]/i,
    );
    const tags = new Set([...hostile.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !TAGS.has(tag!))).toEqual([]);
  });

  test('any text, the same tags and no unseen characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const hostile = briefingHtml(hostileBriefing(text, language));
        for (const [, tag] of hostile.matchAll(/<\/?([a-z0-9!-]+)/gi)) {
          expect(TAGS.has(tag!) || tag === '!doctype', tag).toBe(true);
        }
        expect(hostile.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        expect(hostile.isWellFormed()).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('sentences that were not written stand in the page', () => {
    const briefing = hostileBriefing('“open', language);
    const html = briefingHtml({
      ...briefing,
      refused: [{ part: 'gaps', text: 'A <b>bad</b> one.', why: 'It has no source.' }],
    });
    expect(html).toContain('A &lt;b&gt;bad&lt;/b&gt; one.');
    expect(html).toContain('It has no source.');
    expect(page).not.toContain('class="refused"');
  });
});

describe.each(BRIEFING_LANGUAGES)('briefingMarkdown in %s', (language) => {
  const text = briefingMarkdown(composeBriefing(facts(), language));

  test('each number leads to a source with outlet, title, day, address and digest', () => {
    const linked = new Set([...text.matchAll(/\]\(#source-(\d+)\)/g)].map(([, n]) => n));
    const listed = [...text.matchAll(/^(\d+)\. <a id="source-(\d+)"><\/a>/gm)];
    expect(listed.map(([, n]) => n)).toEqual(listed.map(([, , n]) => n));
    expect(new Set(listed.map(([, n]) => n))).toEqual(linked);
    expect(text).toMatch(/Bay Courier · .Port workers[^\n]+2024 · <https:[^\n]+`[0-9a-f]{64}`/);
  });

  test('foreign words carry their language', () => {
    expect(text).toMatch(/Маяк гаснет в понедельник[”»] \(ru\)/);
    expect(text).not.toContain(` (${language})`);
  });

  test.each(HOSTILE)('stored text is neither markup nor a link: %j', (stored) => {
    const hostile = briefingMarkdown(hostileBriefing(stored, language));
    const own = hostile.replace(/<a id="source-\d+"><\/a>/g, '').replace(/<https?:[^\s<>]+>/g, '');
    expect(own).not.toMatch(/<[a-z/!]/i);
    const links = [...own.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, to]) => to!);
    expect(links.filter((to) => !/^#source-\d+$/.test(to))).toEqual([]);
    expect(own).not.toMatch(/(?<!\\):\/\/|(?<!\\)!\[p\]\(|[^\\]\*bold|www\.evil|me@/);
    expect(own.split('\n').filter((line) => /^# /.test(line))).toHaveLength(1);
    expect(own).not.toMatch(/^```|^ {4}/m);
  });

  test('the same facts give the same bytes; an empty desk has all headings', () => {
    expect(briefingMarkdown(composeBriefing(facts(), language))).toBe(text);
    const headings = (of: string): number => of.match(/^## /gm)?.length ?? 0;
    expect(headings(briefingMarkdown(composeBriefing(emptyFacts(), language)))).toBe(
      headings(text),
    );
  });
});
