import { describe, expect, it } from 'vitest';
import { html } from '../export/markup.ts';
import { asking } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { problemAnswer } from './problem-page.ts';
import { shellPage } from './shell.ts';

const coverage = {
  kind: 'watch',
  sources: 240,
  speaking: 212,
  silent: 9,
  blocked: 19,
  waiting: 0,
} as const;
const options = { section: 'alerts', version: '0.1.0', coverage, invented: true } as const;
const shown = { title: 'A <b>', body: html`<h1>A</h1>`, scripts: ['editor.js'] };

describe('shellPage', () => {
  it.each(['en', 'es'] as const)('is a sound document in %s', (language) => {
    const page = shellPage(asking(language, 'admin', '/alerts?state=new'), shown, options);
    expect(markupFaults(page)).toEqual([]);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('<title>A &lt;b&gt; · Atalaya</title>');
    expect(page.match(/aria-current="page"/g)).toHaveLength(2);
    expect(page).toContain('<script type="module" src="/assets/live.js">');
    expect(page).toContain('<script type="module" src="/assets/editor.js">');
  });

  it('says what it rests on, and that the example is invented', () => {
    const page = shellPage(asking('en'), shown, options);
    expect(page).toContain('Based on 212 of 240 sources; 9 silent, 19 blocked.');
    expect(page).toContain('are invented');
    expect(shellPage(asking('en'), shown, { ...options, invented: false })).not.toContain(
      'are invented',
    );
  });

  it('leads to the same address in the other language, without the refusal that it tells', () => {
    const page = shellPage(
      asking('en', 'reader', '/alerts?state=new&problem=%3Cb%3Eno'),
      shown,
      options,
    );
    expect(page).toContain('href="/alerts?state=new&amp;lang=es"');
    expect(page).toContain('role="alert"');
    expect(page).toContain('&lt;b&gt;no');
  });

  it('shows nobody that is not signed in any way inside', () => {
    const page = shellPage({ ...asking('es'), person: undefined }, problemAnswer(401, 'es'), {
      ...options,
      section: undefined,
    });
    expect(markupFaults(page)).toEqual([]);
    expect(page).not.toContain('/alerts');
    expect(page).not.toContain('live.js');
    expect(page).not.toContain('212');
  });

  it('offers the accounts to admins only, and no way out where there was no sign-in', () => {
    expect(shellPage(asking('en', 'admin'), shown, options)).toContain('href="/people"');
    expect(shellPage(asking('en', 'editor'), shown, options)).not.toContain('href="/people"');
    const local = { name: 'local', role: 'admin', by: 'local', csrf: undefined } as const;
    const page = shellPage({ ...asking('en'), person: local }, shown, options);
    expect(page).not.toContain('/sign-out');
  });
});
