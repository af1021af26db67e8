import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../export/escape.ts';
import { markupText } from '../export/markup.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { MARK_KINDS, markedText, type TextMark } from './text-marks.ts';

const whole = (text: string) => ({ begin: 0, end: text.length });
const marked = (text: string, marks: readonly TextMark[], shown = whole(text)): string =>
  markupText(markedText(text, marks, shown));
const mark = (begin: number, end: number, kind: TextMark['kind'] = 'statement'): TextMark => ({
  span: { begin, end },
  kind,
});
const withoutTags = (markup: string): string =>
  markup.replace(/<a class="tag"[^>]*>[^<]*<\/a>/g, '').replace(/<[^>]*>/g, '');

describe('markedText', () => {
  it('cuts marks that lie over one another at every boundary', () => {
    expect(marked('abcdef', [mark(0, 4), mark(2, 6, 'event')])).toBe(
      '<span id="s0-4"><span class="k-statement">ab</span></span>' +
        '<span id="s2-6"><span class="k-statement k-event">cd</span></span>' +
        '<span class="k-event">ef</span>',
    );
  });

  it('gives each passage its anchor once, also where several begin at one place', () => {
    const page = marked('abcdef', [mark(0, 2), mark(0, 4, 'event'), mark(0, 2, 'count')]);
    expect(page.match(/id="s0-2"/g)).toHaveLength(1);
    expect(page.match(/id="s0-4"/g)).toHaveLength(1);
  });

  it('labels the first piece, and marks what was asked for as such', () => {
    const label = { text: 'S1', href: '#statement-1', words: 'statement 1' };
    expect(marked('ab', [{ ...mark(0, 2), label }, mark(1, 2, 'at')])).toBe(
      '<a class="tag" href="#statement-1" title="statement 1">S1</a><span id="s0-2">' +
        '<span class="k-statement">a</span></span><span id="s1-2"><mark class="k-statement k-at">b</mark></span>',
    );
  });

  it('leaves out spans that are none of the text', () => {
    const bad = [
      mark(3, 2),
      mark(-1, 2),
      mark(0, 99),
      mark(1, 1),
      mark(0.5, 2),
      mark(Number.NaN, 2),
    ];
    expect(marked('abc', bad)).toBe('abc');
  });

  it('shows a part of the text with the marks that reach into it', () => {
    expect(marked('abcdef', [mark(0, 3), mark(5, 6)], { begin: 2, end: 4 })).toBe(
      '<span id="s0-3"><span class="k-statement">c</span></span>d',
    );
  });

  it('keeps every character of any text under any marks, and is sound markup', () => {
    const spans = fc.record({
      span: fc.record({
        begin: fc.integer({ min: -2, max: 14 }),
        end: fc.integer({ min: -2, max: 14 }),
      }),
      kind: fc.constantFrom(...MARK_KINDS),
    });
    const texts = fc.constantFrom(
      '<script>"\'&',
      'plain words',
      'שלום \u202e x',
      'a\u0000b <b>c</b>',
    );
    fc.assert(
      fc.property(texts, fc.array(spans, { maxLength: 20 }), (text, marks) => {
        const page = marked(text, marks);
        expect(markupFaults(page, false)).toEqual([]);
        const clean = /\p{Cc}|\u202e/u.test(text) ? undefined : escapeText(text);
        if (clean !== undefined) expect(withoutTags(page)).toBe(clean);
      }),
    );
  });

  it('is quick with as many marks as a hostile reading can hold, all over one another', () => {
    const text = 'x'.repeat(1_000_000);
    const marks = Array.from({ length: 20_000 }, (_, i) => mark(i, 1_000_000 - i));
    expect(marked(text, marks).length).toBeLessThan(1_500_000);
  });
});
