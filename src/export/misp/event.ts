/** One event of MISP with all that is told as its objects, for MISP's own import of events. */
import type { Exporter, ExportHead, ExportRecord } from '../../domain/exports.ts';
import { isoOf } from '../moments.ts';
import { alertObject, articleObject, cascadeObject, checkObject } from './things.ts';
import { uuidOf } from './uuid.ts';

/** How far MISP may pass it on: one's own organisation, community, connected communities, all. */
export type MispDistribution = 0 | 1 | 2 | 3;
export type TrafficLight = 'clear' | 'green' | 'amber' | 'amber+strict' | 'red';

/** `Undefined`: the desk rates nobody's threat. */
const THREAT_LEVEL = '4';
/** `Initial`. */
const ANALYSIS = '0';

/**
 * Writes the event, unpublished; the same desk has the same UUIDs, so that a later export updates it.
 * Without options it stays in one's own organisation, tagged `tlp:clear`.
 */
export function mispEvent(
  options: { readonly distribution?: MispDistribution; readonly tlp?: TrafficLight } = {},
): Exporter {
  const { distribution = 0, tlp = 'clear' } = options;
  return async function* (records) {
    let timestamp = '0';
    let before = '';
    for await (const record of records) {
      if (record.kind === 'head') {
        timestamp = String(Math.max(0, Math.floor(record.at / 1000)));
        yield beginning(record, timestamp, String(distribution), tlp);
        continue;
      }
      const object = objectOf(record, timestamp);
      if (object === undefined) continue;
      yield `${before}\n${JSON.stringify(object)}`;
      before = ',';
    }
    yield '\n]}}\n';
  };
}

/** The event up to the place where its objects begin. */
function beginning(head: ExportHead, timestamp: string, distribution: string, tlp: string): string {
  const title = (head.title ?? 'Atalaya').slice(0, 200).toWellFormed();
  const event = JSON.stringify({
    uuid: uuidOf(`event:${head.host ?? ''}:${head.title ?? ''}`),
    info: `${title}: who repeats whom, as public sources show it`,
    date: (isoOf(head.at) ?? '').slice(0, 10),
    timestamp,
    threat_level_id: THREAT_LEVEL,
    analysis: ANALYSIS,
    distribution,
    published: false,
    Tag: [{ name: `tlp:${tlp}` }],
    Attribute: [],
  });
  return `{"Event":${event.slice(0, -1)},"Object":[`;
}

function objectOf(record: ExportRecord, timestamp: string): object | undefined {
  switch (record.kind) {
    case 'article':
      return articleObject(record, timestamp);
    case 'check':
      return checkObject(record, timestamp);
    case 'cascade':
      return cascadeObject(record, timestamp);
    case 'alert':
      return alertObject(record, timestamp);
    case 'head':
    case 'outlet':
    case 'reading':
    case 'entry':
      return undefined;
  }
}
