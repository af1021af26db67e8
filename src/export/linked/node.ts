/** Nodes of a JSON-LD graph: typed values, references, and nodes that are written once. */
import type { Moment } from '../../domain/moment.ts';
import { partialDate, pointDate } from './calendar.ts';

interface Ref {
  readonly '@id': string;
}

interface Typed {
  readonly '@type': string;
  readonly '@value': string;
}

export const ref = (id: string): Ref => ({ '@id': id });

/** A point in time; undefined beyond the calendar. */
export function dateTime(ms: number | undefined): Typed | undefined {
  const value = pointDate(ms);
  return value === undefined ? undefined : { '@type': 'xsd:dateTime', '@value': value };
}

/** A moment as far as it is known: a year, a month, a day, or the earliest bound of a clock time. */
export function issued(moment: Moment | undefined): Typed | undefined {
  const value = partialDate(moment);
  if (value === undefined) return undefined;
  if (value.length > 10) return dateTime(moment?.earliest);
  const type =
    value.length === 4 ? 'xsd:gYear' : value.length === 7 ? 'xsd:gYearMonth' : 'xsd:date';
  return { '@type': type, '@value': value };
}

/** Both bounds of a moment. */
export function bounds(
  name: string,
  moment: Moment | undefined,
): Record<string, Typed | undefined> {
  return {
    [`atalaya:${name}Earliest`]: dateTime(moment?.earliest),
    [`atalaya:${name}Latest`]: dateTime(moment?.latest),
  };
}

/** The node, unless one of its id was written before. */
export function* once(id: string, written: Set<string>, node: () => object): Generator<object> {
  if (written.has(id)) return;
  written.add(id);
  yield { '@id': id, ...node() };
}

/** A share from 0 to 1, to two places; undefined for anything else. */
export function share(value: number): Typed | undefined {
  if (!(value >= 0 && value <= 1)) return undefined;
  return { '@type': 'xsd:decimal', '@value': value.toFixed(2) };
}
