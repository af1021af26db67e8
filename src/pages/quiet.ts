/** Indicators and how far the nearest case of each is from firing: a thin bar, and the same in words. */
import type { Indicator, IndicatorReading } from '../domain/alerts.ts';
import { measureWords } from '../export/alert-wording.ts';
import { html, type Markup } from '../export/markup.ts';
import { ours, theirs } from './foreign.ts';
import { meter } from './meter.ts';
import type { ConsoleLanguage } from './page.ts';
import { figure, said } from './words/figures.ts';
import { WORDS } from './words/today.ts';

interface Line {
  readonly indicator: Indicator;
  readonly reading: IndicatorReading;
}

/**
 * The readings of indicators that are switched on: what is nearest to firing first, what cannot be
 * measured folded away. Those of which every case fires are left to the list of alerts.
 */
export function quietIndicators(
  indicators: readonly Indicator[],
  readings: readonly IndicatorReading[],
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const byId = new Map(readings.map((reading) => [reading.indicator, reading]));
  const lines = indicators.flatMap((indicator): Line[] => {
    const reading = byId.get(indicator.id);
    return reading === undefined || !indicator.enabled ? [] : [{ indicator, reading }];
  });
  if (lines.length === 0) return html`<p class="dim">${words.quietNone}</p>`;
  const unmeasured = lines.filter(({ reading }) => reading.cannot !== undefined);
  const measured = lines
    .filter(({ reading: { cannot, nearest, firing } }) => {
      return cannot === undefined && (nearest !== undefined || firing === 0);
    })
    .sort((a, b) => nearness(b.reading) - nearness(a.reading));
  const folded =
    unmeasured.length === 0
      ? undefined
      : html`<details><summary>${words.unmeasured(figure(unmeasured.length, language))}</summary>${list(unmeasured, language)}</details>`;
  const none = html`<p class="dim">${words.quietAll}</p>`;
  return html`${measured.length === 0 ? none : list(measured, language)}${folded}`;
}

function list(lines: readonly Line[], language: ConsoleLanguage): Markup {
  return html`<ul class="quiet">${lines.map(
    ({ indicator, reading }) =>
      html`<li><p class="name">${said(indicator.title, language)}</p>${readingLine(reading, language)}</li>`,
  )}</ul>`;
}

/** One reading in words, with its bar where something was measured. */
export function readingLine(reading: IndicatorReading, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { measure, threshold, nearest, cannot, firing } = reading;
  if (cannot !== undefined) {
    return html`<p class="facts"><span>${words.cannot} ${ours(cannot)}</span></p>`;
  }
  const fires =
    firing > 0 ? html`<strong>${words.fires(figure(firing, language))}</strong>` : undefined;
  if (nearest === undefined) {
    return html`<p class="facts">${fires ?? html`<span>${words.nothingMeasured}</span>`}</p>`;
  }
  const value = words.of(
    figure(nearest.value, language),
    measureWords(measure, threshold, language),
  );
  return html`${meter(nearest.value, threshold)}<p class="facts">${fires}<span>${words.nearest} ${value}: ${theirs(nearest.subject)}</span></p>`;
}

function nearness({ nearest, threshold }: IndicatorReading): number {
  return nearest === undefined || !(threshold > 0) ? 0 : nearest.value / threshold;
}
