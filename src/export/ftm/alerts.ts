/** Alerts as notes: what was measured, what speaks for and against it, what would clear it. */
import type { ExportAlert } from '../../domain/exports.ts';
import { findingWords, measureWords, reasonWords, stateWords } from '../alert-wording.ts';
import { pointDate } from '../linked/calendar.ts';
import {
  entity,
  type FtmEntity,
  ftmId,
  linkTo,
  nameValue,
  ownText,
  passageValues,
  stringValue,
} from './entity.ts';

/** One alert. It is worth a look, and no finding against anyone: the first note says so. */
export function alertEntity({ view }: ExportAlert, written: ReadonlySet<string>): FtmEntity {
  const { alert, indicator, passages } = view;
  const articles = passages.flatMap(({ ref }) =>
    ref.kind === 'article' || ref.kind === 'passage' ? [linkTo(ref.article, written)] : [],
  );
  const title = indicator?.title.en ?? alert.indicator;
  return entity(ftmId('alert', alert.id), 'Note', {
    name: [nameValue(`${title}: ${alert.subject}`) || 'alert'],
    summary: [measureWords(alert.measure, alert.value, 'en')],
    description: passageValues(passages.map(({ quote }) => quote)),
    entity: articles,
    proof: articles,
    createdAt: [pointDate(alert.raisedAt)?.slice(0, -1)],
    modifiedAt: [pointDate(alert.measuredAt)?.slice(0, -1)],
    keywords: ['alert', `measure:${alert.measure}`, `severity:${alert.severity}`],
    notes: [
      'An alert is worth a look; it says nothing of who did what',
      ...alert.findings.map((finding) => `For: ${stringValue(findingWords(finding, 'en'))}`),
      ...alert.counter.map((finding) => `Against: ${stringValue(findingWords(finding, 'en'))}`),
      ...(indicator?.rivals ?? []).map(({ en }) => `Would look the same: ${stringValue(en)}`),
      ...(indicator?.clears ?? []).map(({ en }) => `Would clear it: ${stringValue(en)}`),
      ...statusWords(view),
    ],
  });
}

function statusWords({ alert }: ExportAlert['view']): string[] {
  const closed = alert.closed === undefined ? '' : `: ${reasonWords(alert.closed, 'en')}`;
  return [
    `State: ${stateWords(alert.state, 'en')}${closed}`,
    `Confidence of the measurement: ${alert.confidence}`,
    alert.stands ? 'The newest measurement reaches the threshold' : 'The newest does not reach it',
    ownText(
      `Measured by atalaya@${stringValue(alert.version)}, indicator ${stringValue(alert.indicator)} with digest ${stringValue(alert.indicatorDigest)}`,
    ),
  ];
}
