import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parsePage } from './parse.ts';

describe('parsePage', () => {
  it('gives every page a head and a body', () => {
    for (const html of ['', 'text', '<p>a', '<html><p>a</html>', '<!doctype html>', '</div></p>']) {
      const page = parsePage(html);
      expect(page.documentElement.children.map(({ tagName }) => tagName)).toEqual(['HEAD', 'BODY']);
    }
  });

  it('sorts what stands outside of head and body', () => {
    const page = parsePage(
      '<title> A &amp; B </title><meta name="x" content="1"><p>text</p></body>more<meta name="y">',
    );
    expect(page.title).toBe(' A & B ');
    expect(page.head.children.map(({ tagName }) => tagName)).toEqual(['TITLE', 'META']);
    expect(page.body.textContent).toBe('textmore');
  });

  it('takes attributes of the roots, and lets stray ones open nothing', () => {
    const page = parsePage(
      '<html lang="ru"><body class="a"><div><body class="b" id="c"><p>x</p></body>y</div></body></html>',
    );
    expect(page.documentElement.getAttribute('lang')).toBe('ru');
    expect([page.body.className, page.body.id]).toEqual(['a', 'c']);
    expect(page.body.firstChild?.textContent).toBe('xy');
  });

  it('builds no scripts, styles, drawings, frames and controls, and keeps JSON-LD', () => {
    const html = `a<script>if (a < b) "</div>"</script><style>p{}</style><svg><p>in</p></svg><template><p>in</p></template>
      <script type="application/ld+json">{"a": "<p>"}</script><button>Go <b>on</b></button><!-- no --><select><option>1</select>z`;
    const page = parsePage(html);
    expect(page.body.textContent.replace(/\s+/g, '')).toBe('az');
    expect(page.jsonLd).toEqual(['{"a": "<p>"}']);
  });

  it('says how deep a page nests, and flattens one that nests without end', () => {
    expect(parsePage('<div><p><b>x</b></p></div>').depth).toBe(3);
    const deep = `<title>T</title>${'<div class="a">'.repeat(5000)}<p>one</p><p>two</p>${'<'.repeat(5000)}`;
    const page = parsePage(deep);
    expect(page.depth).toBeLessThan(100);
    expect(page.title).toBe('T');
    expect(page.body.textContent).toContain('one');
    expect(parsePage(`${'<svg>'.repeat(5000)}x</svg>`).depth).toBeLessThan(100);
  });

  it('spells the same text as linkedom', () => {
    const tags = fc.constantFrom('p', 'div', 'ul', 'li', 'b', 'a', 'h2', 'td', 'br', 'article');
    const piece = fc.oneof(
      fc.constantFrom('word ', '&amp;', '&eacute;', '&#1084;', ' ', '<', '&nope;'),
      tags.map((tag) => `<${tag}>`),
      tags.map((tag) => `</${tag}>`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = `<!doctype html><html><body>${pieces.join('')}</body></html>`;
        expect(parsePage(html).body.textContent).toBe(parseHTML(html).document.body.textContent);
      }),
    );
  });
});
