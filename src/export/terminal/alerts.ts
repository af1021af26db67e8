/** Alerts and indicators for a terminal. */
import type { AlertsView, AlertView, IndicatorsView } from '../../domain/alert-views.ts';
import type { AlertEvent, Finding, Indicator, IndicatorReading } from '../../domain/alerts.ts';
import { findingWords, measureWords, severityWords } from '../alert-wording.ts';
import { estimateRange } from '../estimates.ts';
import { dayWords, instantWords } from '../moments.ts';
import { counted, figure } from '../wording.ts';
import { foreign, type Ink } from './ink.ts';

/** Passages shown of one alert. */
const MOST_PASSAGES = 12;

/** What a round of measuring brought. */
export interface RoundShown {
  readonly asOf: number;
  readonly readings: readonly IndicatorReading[];
  readonly raised: readonly AlertView['alert'][];
  readonly measured: number;
  readonly left: number;
  readonly indicators: readonly Indicator[];
}

export function warnText(round: RoundShown, ink: Ink): string {
  const { asOf, readings, raised, measured, left, indicators } = round;
  const titles = new Map(indicators.map((one) => [one.id, one.title.en]));
  return [
    `Seen from ${dayWords(asOf)}: ${counted(raised.length, 'alert')} raised, ${figure(measured)} measured again.`,
    ...raised.map(
      (alert) =>
        `  ${ink.bold(titles.get(alert.indicator) ?? alert.indicator)}  ${ink.dim(alert.id)}\n    ${foreign(alert.subject)}: ${measureWords(alert.measure, alert.value, 'en')}`,
    ),
    ...readingLines(readings, titles, ink),
    ...(left === 0
      ? []
      : [ink.warn(`There was no room to judge ${counted(left, 'cascade')}, the narrowest.`)]),
    ink.dim('One of them: atalaya alert ID. A lead, not a finding.'),
  ].join('\n');
}

/** Alerts in two lines each. */
export function raisedText(alerts: readonly AlertView[], ink: Ink): string {
  if (alerts.length === 0) return 'No indicator rose above its threshold.';
  return [
    ink.bold(counted(alerts.length, 'alert')),
    ...alerts.flatMap(({ alert, indicator }) => [
      `  ${ink.warn(indicator?.title.en ?? alert.indicator)}  ${severityWords(alert.severity, 'en')}  ${ink.dim(alert.id)}`,
      `    ${foreign(alert.subject)}: ${measureWords(alert.measure, alert.value, 'en')}`,
    ]),
  ].join('\n');
}

export function alertsText({ alerts, total, readings }: AlertsView, ink: Ink): string {
  const titles = new Map(
    alerts.flatMap(({ indicator }) => (indicator ? [[indicator.id, indicator.title.en]] : [])),
  );
  const lines = alerts.flatMap(({ alert, indicator }) => [
    `${ink.bold(indicator?.title.en ?? alert.indicator)}  ${severityWords(alert.severity, 'en')}, ${alert.state}  ${ink.dim(alert.id)}`,
    `  ${foreign(alert.subject)}`,
    `  ${measureWords(alert.measure, alert.value, 'en')}; raised ${dayWords(alert.raisedAt)}${alert.stands ? '' : ', below its threshold now'}`,
  ]);
  const head =
    total === 0
      ? ['No alert. Measure with: atalaya warn']
      : [`${figure(alerts.length)} of ${counted(total, 'alert')}, the newest first.`];
  return [...head, ...lines, ...readingLines(readings, titles, ink)].join('\n');
}

export function indicatorsText({ indicators, readings }: IndicatorsView, ink: Ink): string {
  const byId = new Map(readings.map((one) => [one.indicator, one]));
  return indicators
    .flatMap((one) => {
      const reading = byId.get(one.id);
      const off = one.enabled ? '' : ink.warn('  switched off');
      return [
        `${ink.bold(one.title.en)}  ${ink.dim(one.id)}${off}`,
        `  ${one.why.en}`,
        `  fires from ${measureWords(one.measure, one.threshold, 'en')} on; ${severityWords(one.severity, 'en')}; the last ${counted(one.lookBackDays, 'day')}`,
        ...(reading === undefined ? ['  not measured yet'] : [`  ${nearWords(reading)}`]),
      ];
    })
    .join('\n');
}

export function alertText({ alert, indicator, events, passages }: AlertView, ink: Ink): string {
  const list = (head: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', ink.bold(head), ...items.map((one) => `  ${one}`)];
  const sentences = (findings: readonly Finding[]): string[] =>
    findings.map((one) => foreign(findingWords(one, 'en')));
  return [
    `${ink.bold(indicator?.title.en ?? alert.indicator)}  ${ink.dim(alert.id)}`,
    foreign(alert.subject),
    `${measureWords(alert.measure, alert.value, 'en')} (fires from ${measureWords(alert.measure, alert.threshold, 'en')} on); ${severityWords(alert.severity, 'en')}; ${confidenceWords(alert.confidence)}`,
    `${alert.state}${alert.assignee === undefined ? '' : `, ${foreign(alert.assignee)}`}; raised ${instantWords(alert.raisedAt)}${alert.stands ? '' : '; below its threshold now'}`,
    ...(indicator === undefined ? [] : ['', indicator.why.en]),
    ...list('What speaks for it', sentences(alert.findings)),
    ...list('What speaks against it', sentences(alert.counter)),
    ...list('What else would look the same', indicator?.rivals.map(({ en }) => en) ?? []),
    ...list('What would clear it', indicator?.clears.map(({ en }) => en) ?? []),
    ...list('What shows it', passages.slice(0, MOST_PASSAGES).map(passageLine)),
    ...(passages.length > MOST_PASSAGES
      ? [ink.dim(`  … and ${figure(passages.length - MOST_PASSAGES)} more`)]
      : []),
    ...list('Who did what', events.map(eventLine)),
    '',
    ink.dim('A lead, not a finding.'),
  ].join('\n');
}

/** `likely (55–80 %)`. */
function confidenceWords(word: AlertView['alert']['confidence']): string {
  const { low, high } = estimateRange(word);
  return `${word} (${Math.round(low * 100)}–${Math.round(high * 100)} %)`;
}

function passageLine({ quote, label, article }: AlertView['passages'][number]): string {
  const where = article === undefined ? '' : `  ${foreign(article.outlet)}, ${article.article}`;
  return quote === undefined ? `${foreign(label)}${where}` : `“${foreign(quote)}”${where}`;
}

function eventLine({ at, by, action, assignee, reason, note, value }: AlertEvent): string {
  const more = [
    assignee === undefined ? '' : ` to ${foreign(assignee)}`,
    reason === undefined ? '' : `: ${reason}`,
    value === undefined ? '' : ` at ${figure(value)}`,
    note === undefined ? '' : ` – ${foreign(note)}`,
  ];
  return `${instantWords(at)}  ${foreign(by)}  ${action}${more.join('')}`;
}

/** How far the quiet ones are from firing. */
function readingLines(
  readings: readonly IndicatorReading[],
  titles: ReadonlyMap<string, string>,
  ink: Ink,
): string[] {
  const quiet = readings.filter(({ firing }) => firing === 0);
  if (quiet.length === 0) return [];
  return [
    '',
    ink.bold('Quiet'),
    ...quiet.map((one) => `  ${titles.get(one.indicator) ?? one.indicator}: ${nearWords(one)}`),
  ];
}

function nearWords({
  cannot,
  units,
  firing,
  nearest,
  measure,
  threshold,
}: IndicatorReading): string {
  if (cannot !== undefined) return `cannot be measured: ${cannot}`;
  const measured = `${figure(units)} measured, ${figure(firing)} firing`;
  if (nearest === undefined) return measured;
  return `${measured}; nearest ${measureWords(measure, nearest.value, 'en')} of ${measureWords(measure, threshold, 'en')} (${foreign(nearest.subject)})`;
}
