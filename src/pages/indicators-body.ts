/** The indicators as they are set, each with how near it is. */
import type { IndicatorsView } from '../domain/alert-views.ts';
import type { Indicator, IndicatorReading } from '../domain/alerts.ts';
import { measureWords } from '../export/alert-wording.ts';
import { html, type Markup } from '../export/markup.ts';
import type { ConsoleLanguage } from './page.ts';
import { readingLine } from './quiet.ts';
import { severityMark } from './severity.ts';
import { counted, said } from './words/figures.ts';
import { WORDS } from './words/settings.ts';

export function indicatorsBody(
  { indicators, readings }: IndicatorsView,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const byId = new Map(readings.map((reading) => [reading.indicator, reading]));
  return html`<p class="crumb"><a href="/settings">← ${words.title}</a></p><h1>${words.indicators}</h1><p>${words.indicatorsLead}</p><p class="dim">${words.indicatorsFile}</p>${indicators.map((one) => indicatorSection(one, byId.get(one.id), language))}`;
}

function indicatorSection(
  indicator: Indicator,
  reading: IndicatorReading | undefined,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const { id, enabled, measure, threshold, severity } = indicator;
  const days = (n: number): string => counted(n, words.days[0], words.days[1], language);
  const figures = [
    [words.severity, severityMark(severity, language)],
    [words.threshold, measureWords(measure, threshold, language)],
    [words.lookBack, days(indicator.lookBackDays)],
    ...(indicator.windowDays > 0 ? [[words.window, days(indicator.windowDays)] as const] : []),
    ...(indicator.baselineDays > 0
      ? [[words.baseline, days(indicator.baselineDays)] as const]
      : []),
  ] as const;
  const now =
    reading === undefined
      ? html`<p class="dim">${words.notMeasured}</p>`
      : readingLine(reading, language);
  const doubts = (
    [
      ['rivals', indicator.rivals],
      ['clears', indicator.clears],
    ] as const
  ).map(
    ([name, list]) =>
      html`<div><h3>${words[name]}</h3><ul>${list.map((one) => html`<li>${said(one, language)}</li>`)}</ul></div>`,
  );
  return html`<section id="i-${id}"><h2>${said(indicator.title, language)} ${enabled ? undefined : html`<small>${words.off}</small>`}</h2><p>${said(indicator.why, language)}</p><dl class="figures">${figures.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl><div class="now"><h3>${words.now}</h3>${now}</div><details><summary>${words.rivals}; ${words.clears.toLowerCase()}</summary><div class="halves">${doubts}</div></details></section>`;
}
