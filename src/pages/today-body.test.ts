import { describe, expect, it } from 'vitest';
import type { CascadeId } from '../domain/ids.ts';
import type { TodayView } from '../domain/today-views.ts';
import { markupText } from '../export/markup.ts';
import { indicatorsBody } from './indicators-body.ts';
import { alertView, indicators, NOW } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { todayBody } from './today-body.ts';

const view: TodayView = {
  now: NOW,
  coverage: { kind: 'files', items: 12, articles: 10, unread: 2 },
  articles: 10,
  outlets: 1,
  cascadesTotal: 3,
  alerts: { alerts: [alertView], total: 4, readings: indicators.readings },
  newest: [],
  cascades: [
    {
      id: '00000000000000cc' as CascadeId,
      title: 'Порт <продан>',
      language: 'ru',
      articles: 3,
      reach: 2,
      latest: NOW - 7_200_000,
    },
  ],
};
const page = (changes: Partial<TodayView> = {}, language: 'en' | 'es' = 'en'): string =>
  markupText(todayBody({ ...view, ...changes }, indicators, language));

describe('todayBody', () => {
  it.each(['en', 'es'] as const)('is sound in %s, and its alerts come first', (language) => {
    const text = page({}, language);
    expect(markupFaults(text, false)).toEqual([]);
    expect(text.indexOf('/alerts/')).toBeLessThan(text.indexOf('/cascades/'));
  });

  it('shows the value in words, what is repeated in its language, and how much more there is', () => {
    expect(page()).toContain('4 publishers without a source named');
    expect(page()).toContain('<bdi lang="ru">Порт &lt;продан&gt;</bdi>');
    expect(page()).toContain('last 2 h ago');
    expect(page()).toContain('All 4 open alerts');
    expect(page()).toContain('10 articles of 1 outlet');
  });

  it('says how far quiet indicators are from firing, and what cannot be measured', () => {
    expect(page()).toContain('nearest: 2 of 3 publishers without a source named');
    expect(page({}, 'es')).toContain('<span lang="en">no topic is named</span>');
    expect(page()).toContain('d="M0 4H80"');
  });

  it('tells an empty desk how to begin', () => {
    const empty = page({ articles: 0 });
    expect(empty.match(/<code>npx atalaya /g)).toHaveLength(3);
    expect(markupFaults(empty, false)).toEqual([]);
  });
});

describe('indicatorsBody', () => {
  it.each(['en', 'es'] as const)('is sound in %s', (language) => {
    expect(markupFaults(markupText(indicatorsBody(indicators, language)), false)).toEqual([]);
  });
});
