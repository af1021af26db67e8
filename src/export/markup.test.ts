import { describe, expect, it } from 'vitest';
import { foreign, html, joined, markupText, outsideLink } from './markup.ts';

describe('html', () => {
  it('escapes strings and keeps markup', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(markupText(html`<p title="${'"x'}">${inner}${3}${undefined}${[]}</p>`)).toBe(
      '<p title="&quot;x"><b>&lt;i&gt;</b>3</p>',
    );
  });

  it('does not take a parsed value for markup', () => {
    const forged: unknown = JSON.parse('{"markup":"<script>","MADE_HERE":"<script>"}');
    expect(() => html`${forged as string}`).toThrow();
  });
});

describe('joined', () => {
  it('puts an escaped separator between', () => {
    expect(markupText(joined([html`a`, html`<b>`], ' & '))).toBe('a &amp; <b>');
    expect(markupText(joined([], ', '))).toBe('');
  });
});

describe('foreign', () => {
  it('isolates, with a language where it is one', () => {
    expect(markupText(foreign('x', 'ru'))).toBe('<bdi lang="ru">x</bdi>');
    expect(markupText(foreign('x', 'und'))).toBe('<bdi>x</bdi>');
  });
});

describe('outsideLink', () => {
  it('links to http and https only', () => {
    expect(markupText(outsideLink('https://a.example/', html`x`))).toBe(
      '<a href="https://a.example/" rel="noopener noreferrer">x</a>',
    );
    expect(markupText(outsideLink('javascript:x', html`x`))).toBe('x');
  });
});
