/**
 * Stored text is hostile for ever. Every string field of a view is filled with each of these in
 * turn; the page must have exactly the elements and attributes of a harmless page of the same
 * shape, and the text must still be there to read.
 */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ReportView } from '../domain/views.ts';
import { fitted } from './drawing.ts';
import { safeHref, visible } from './escape.ts';
import { pierCascade, report } from './invented.fixture.ts';
import { FRAME } from './layout.ts';
import { reportHtml } from './report.ts';

const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</textarea></noscript></template><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '` onclick=`alert(1)',
  '" style="position:fixed;inset:0',
  '"/><svg/onload=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '</svg></text><image href=x onerror=alert(1)>',
  '</desc></title></svg><iframe srcdoc="<script>alert(1)</script>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
  '<svg><foreignObject><body onload=alert(1)></foreignObject></svg>',
  '<![CDATA[<script>alert(1)</script>]]>',
  ']]><script>alert(1)</script>',
  '<!--<script>alert(1)</script>-->',
  '--><script>alert(1)</script><!--',
  '--!><img src=x onerror=alert(1)>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'JaVaScRiPt:alert(1)//https://a.example/',
  'javascript&colon;alert(1)',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'vbscript:msgbox(1)',
  'https://a.example/"onmouseover="alert(1)',
  "https://a.example/'><script>alert(1)</script>",
  'https://user:secret@a.example/<b>?q=`x`#"y"',
  'http://[::1]/<script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '&amp;amp; &notanentity; &#x0; &#1114112; &',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  'a\u0000b\u0001c\u0008d\u000be\u000cf\u001bg\u007fh\u009fi',
  '\u202egpj.exe\u202c and \u2066isolated\u2069 and \u202dforced',
  '\u200fשלום\u200e مرحبا \u061c<b>',
  'lone \ud800 and \udfff surrogates',
  '\uffff\ufffe\ufdd0 noncharacters',
  '}</style>*{display:none}body{background:url(https://a.example/x)}',
  '";}@import url("https://a.example/x.css");{"',
  '\\"; } </style \n> @page { } \\',
  'expression(alert(1)); -moz-binding:url(x)',
  '<base href="https://a.example/"><meta http-equiv=refresh content="0;url=https://a.example/">',
  '<form action=https://a.example/><input name=x><button>go',
  '<a href="javascript:alert(1)">x</a></a></td></tr></table></details></main>',
  '<plaintext>',
  '<xmp><listing><noembed><noframes>',
  '<link rel=stylesheet href=//a.example/x><object data=x><embed src=x>',
  '<details ontoggle=alert(1) open>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is a template injection
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= 1 %>',
  '=HYPERLINK("https://a.example/","x")',
  'line one\nline two\r\nline three\u2028line four\u2029',
  'x'.repeat(5000),
  'ﷺ'.repeat(300),
  `${'e\u0301\u0302\u0303\u0304'.repeat(200)}`,
  '',
  ' ',
];

/** Words of the program itself: closed unions, which the types keep from the outside. */
const OURS = new Set([
  'kind',
  'precision',
  'zone',
  'role',
  'reason',
  'copyType',
  'credit',
  'order',
  'claim',
  'strength',
]);

/** The view with `text` in every string field that may hold foreign text. */
function filled(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return OURS.has(key) ? value : text;
  if (Array.isArray(value)) return value.map((item) => filled(item, text, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, filled(item, text, name)]),
  );
}

function pageOf(text: string): ReturnType<typeof parseHTML>['document'] {
  const view = filled(report([pierCascade()]), text) as ReportView;
  return parseHTML(reportHtml(view)).document;
}

/** Every element with the names of its attributes, in document order. */
function shapeOf(document: ReturnType<typeof pageOf>): string {
  return [...document.querySelectorAll('*')]
    .map((element) => `${element.localName}[${element.getAttributeNames().sort().join(' ')}]`)
    .join('\n');
}

/** A harmless text of the same sort: web address or not, too long for a lane or not, or blank. */
function harmless(text: string): string {
  if (text.trim() === '') return text;
  const head = safeHref(text) === undefined ? 'plain' : 'https://plain.example/';
  const long = fitted(visible(text), FRAME.labels - 16) !== visible(text);
  return long ? head + 'x'.repeat(60) : head.slice(0, 16);
}

const harmlessShapes = new Map<string, string>();

function shapeWanted(text: string): string {
  const plain = harmless(text);
  const known = harmlessShapes.get(plain) ?? shapeOf(pageOf(plain));
  harmlessShapes.set(plain, known);
  return known;
}

const CASES = HOSTILE.map((text, i) => [i, text.slice(0, 40), text] as const);
const PLACES = (
  'title, h1, .notice, h2 bdi, .list th bdi, .echoes th b, .title, .quote, .changes del, ' +
  '.changes ins, .captures li, blockquote, #boilerplate .quote, .wires summary b, .wires .quote, .ladder .quote, .ladder .units li, .circle li, #unread details td:last-child'
).split(', ');

describe('hostile text', () => {
  it('is a table of at least forty', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
  });

  it.each(CASES)(
    '%d, %j, makes no element, attribute or link, and is there to read',
    (_i, _head, text) => {
      const document = pageOf(text);
      expect(shapeOf(document)).toBe(shapeWanted(text));
      for (const element of document.querySelectorAll('*')) {
        for (const name of element.getAttributeNames())
          expect(name).not.toMatch(/^on|^style$|^src/);
      }
      for (const link of document.querySelectorAll('[href]')) {
        expect(link.getAttribute('href')).toMatch(/^(#[a-z][a-z0-9-]*$|https?:\/\/)/);
      }
      expect(document.querySelector('style')?.textContent).not.toMatch(/<|@import|url\(/);
      for (const place of PLACES) {
        expect(document.querySelector(place)?.textContent, place).toContain(visible(text));
      }
    },
  );

  it('leaves nothing unseen in the page', () => {
    for (const text of HOSTILE) {
      const page = reportHtml(filled(report([pierCascade()]), text) as ReportView);
      expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/);
      expect(page).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
  });
});
