import { describe, expect, it } from 'vitest';
import type { AlertView } from '../domain/alert-views.ts';
import { ALERT_STATES, type Alert } from '../domain/alerts.ts';
import { markupText } from '../export/markup.ts';
import { alertBody } from './alert-body.ts';
import { alertsBody } from './alerts-body.ts';
import { alert, alertView, article, asking, indicators, NOW } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { passageHref } from './passage-link.ts';

const body = (
  changes: Partial<Alert> = {},
  language: 'en' | 'es' = 'en',
  role: 'reader' | 'analyst' = 'analyst',
  more: Partial<AlertView> = {},
): string =>
  markupText(
    alertBody(
      { ...alertView, alert: { ...alert, ...changes }, ...more },
      asking(language, role, '/alerts/00000000000000aa?problem=no'),
      ({ code }) => `sentence of ${code}`,
    ),
  );

describe('alertBody', () => {
  it.each(ALERT_STATES)('is sound for an alert that is %s', (state) => {
    const closed = state === 'closed' ? ('explained' as const) : undefined;
    for (const language of ['en', 'es'] as const) {
      expect(markupFaults(`<h1>x</h1>${body({ state, closed }, language)}`, false)).toEqual([]);
    }
  });

  it('shows foreign text as text, quotes in their language', () => {
    const page = body();
    expect(page).toContain('Harbour lease &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&lt;b&gt;ajenas&lt;/b&gt;');
    expect(page).toContain('<blockquote><bdi lang="es">');
  });

  it('leads from each finding to what shows it', () => {
    const page = body();
    const passage = passageHref(article(1), { begin: 120, end: 180 });
    expect(page).toContain(`href="${passage}"`);
    expect(page).toContain('href="/cascades/00000000000000cc"');
    expect(page).toContain('href="/claims?q=00000000000000dd"');
    expect(page.indexOf('sentence of picked-up-unattributed')).toBeLessThan(
      page.indexOf('sentence of some-debunk'),
    );
  });

  it('says so where nothing speaks against it, and where its indicator is gone', () => {
    expect(body({ counter: [] })).toContain('met nothing that speaks against it');
    expect(body({}, 'en', 'analyst', { indicator: undefined })).toContain('no longer has this one');
  });

  it('gives the word of confidence with its range', () => {
    expect(body({ confidence: 'almost certain' })).toContain('95% to 100%');
    expect(body({}, 'es')).toContain('probable <small>de 55\u202f% a 80\u202f%');
  });

  it('has the steps that fit the state, with what the server asks of forms', () => {
    const actions = (page: string): string[] =>
      [...page.matchAll(/name="action" value="(\w+)"/g)].map((match) => match[1]!);
    expect(actions(body())).toEqual(['acknowledge', 'assign', 'close', 'note']);
    expect(actions(body({ state: 'assigned' }))).toEqual(['assign', 'close', 'note']);
    expect(actions(body({ state: 'closed', closed: 'error' }))).toEqual(['reopen', 'note']);
    expect(body()).toContain('name="csrf" value="c&quot;1"');
    expect(body()).toContain('name="back" value="/alerts/00000000000000aa"');
    expect(body({}, 'en', 'reader')).not.toContain('<form');
  });
});

describe('alertsBody', () => {
  const filter = { state: 'open', severity: '', indicator: '', offset: 20, limit: 20 };
  const list = (total: number, changes = {}): string =>
    markupText(
      alertsBody(
        { alerts: total === 0 ? [] : [alertView], total, readings: indicators.readings },
        indicators.indicators,
        { ...filter, ...changes },
        NOW,
        asking('en', 'reader', '/alerts?severity=high&offset=20'),
      ),
    );

  it('is sound and keeps the filter in the links to its parts', () => {
    expect(markupFaults(list(45), false)).toEqual([]);
    expect(list(45)).toContain('href="/alerts?severity=high"');
    expect(list(45)).toContain('href="/alerts?severity=high&amp;offset=40"');
    expect(list(45)).toContain('21–40 of 45');
  });

  it('tells an empty list from a filter that nothing fits', () => {
    expect(list(0, { offset: 0 })).toContain('No alert yet');
    expect(list(0, { offset: 0, severity: 'high' })).toContain('No alert matches');
  });
});
