/** A presence above the expected interval, where some series of the same pair also rises. */
import type { Observation } from '../../domain/alerts.ts';
import type { PresenceView, SeriesView } from '../../domain/presence-views.ts';
import type { StateCode } from '../../domain/reading.ts';
import { finding, greatestOf, where } from './finding.ts';

export interface PresenceFacts {
  readonly sender: StateCode;
  readonly host: StateCode;
  readonly view: Pick<PresenceView, 'series' | 'size'>;
}

export function observePresence({ sender, host, view }: PresenceFacts): Observation {
  const { readings } = view.size;
  const above = readings.filter(({ verdict }) => verdict === 'above');
  const rising = view.series.flatMap((series) => stepsUp(series));
  const counts = new Map(
    view.series.flatMap(({ entries }) => entries.map(({ id, count }) => [id, count] as const)),
  );
  const unsure = view.series.filter(({ unverified }) => unverified !== undefined);
  const divided = readings.filter(({ verdict }) => verdict === 'divided');
  return {
    measure: 'presence-above',
    unit: `pair:${sender}>${host}`,
    subject: `${sender} in ${host}`,
    value: rising.length > 0 ? above.length : 0,
    at: newestDay(view.series),
    findings: [
      finding('above-expected', { readings: above.length, of: readings.length }, [
        ...above.map(({ entry }) => ({ kind: 'entry', entry }) as const),
      ]),
      ...rising.map(({ from, to }) =>
        finding('rising-step', { from: counts.get(from) ?? '?', to: counts.get(to) ?? '?' }, [
          { kind: 'entry', entry: from },
          { kind: 'entry', entry: to },
        ]),
      ),
    ],
    counter: [
      ...where(divided.length > 0, () =>
        finding('expectation-divided', { readings: divided.length }),
      ),
      ...where(unsure.length > 0, () => finding('unit-unverified', { series: unsure.length })),
      ...where(readings.length < 2, () => finding('few-readings', { readings: readings.length })),
    ],
    confidence: divided.length > 0 || readings.length < 2 ? 'roughly even chance' : 'likely',
  };
}

const stepsUp = ({ measure, steps }: SeriesView): SeriesView['steps'][number][] =>
  measure === 'level'
    ? steps.filter(({ kind, direction }) => kind === 'step' && direction === 'up')
    : [];

function newestDay(series: readonly SeriesView[]): number {
  const days = series.flatMap(({ entries }) => entries.flatMap(({ asOf }) => asOf?.last ?? []));
  return greatestOf(days.map((day) => Date.parse(`${day}T00:00:00Z`)));
}
