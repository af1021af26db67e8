/** One entry of the ledger as a table writes it, checked field by field: a draft, or why there is none. */
import {
  ENTRY_SOURCES,
  type EntryDraft,
  type EntrySource,
  SEVERAL_STATES,
} from '../../domain/ledger.ts';
import {
  PRESENCE_MEASURES,
  PRESENCE_SCOPES,
  PRESENCE_UNITS,
  type StateCode,
} from '../../domain/reading.ts';
import type { Days } from '../../domain/tenure.ts';
import type { FactSource } from '../../domain/watch.ts';
import { daysStated } from '../offices/stated-days.ts';
import { stateInFull } from './full-names.ts';
import { stateStated } from './state-codes.ts';

/** As written; an absent field is not stated. */
export interface WrittenEntry {
  readonly sender: string | undefined;
  readonly host: string | undefined;
  readonly measure: string | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly unit: string | undefined;
  readonly scope: string | undefined;
  readonly stated?: string | undefined;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them with `/` between. */
  readonly asOf?: string | undefined;
  readonly kind: string | undefined;
  readonly source: FactSource;
  readonly note?: string | undefined;
  readonly episode?: string | undefined;
}

/** A draft, or why there is none, in one sentence, and of which value. */
export type ReadEntry =
  | { readonly draft: EntryDraft }
  | { readonly reason: string; readonly value?: string };

/** More are in no host: a larger number is a slip. */
const MOST_PEOPLE = 1_000_000;
/** Longer texts are no note of an entry. UTF-16 units. */
const MOST_LENGTH = 1000;

/** Checks one entry. */
export function entryOf(written: WrittenEntry): ReadEntry {
  const sender = partyOf(written.sender, 'sender');
  if (typeof sender !== 'string') return sender;
  const host = partyOf(written.host, 'host');
  if (typeof host !== 'string') return host;
  if (sender === host) return fault(host, 'is sender and host at once; correct one of the two');
  const measure = memberOf(PRESENCE_MEASURES, written.measure, 'measure');
  if (typeof measure !== 'string') return measure;
  const unit = memberOf(PRESENCE_UNITS, written.unit, 'unit');
  if (typeof unit !== 'string') return unit;
  const scope = memberOf(PRESENCE_SCOPES, written.scope, 'scope');
  if (typeof scope !== 'string') return scope;
  const kind = memberOf<EntrySource>(ENTRY_SOURCES, written.kind, 'kind');
  if (typeof kind !== 'string') return kind;
  const number = numberOf(written.min, written.max);
  if (number !== undefined && 'reason' in number) return number;
  if (number === undefined && measure !== 'rise' && measure !== 'fall') {
    return { reason: `no number is given; a ${measure} needs one in min and max.` };
  }
  const asOf = written.asOf === undefined ? undefined : daysBetween(written.asOf);
  if (written.asOf !== undefined && asOf === undefined) {
    return fault(
      written.asOf,
      'is no date; write YYYY, YYYY-MM, YYYY-MM-DD or two with "/" between',
    );
  }
  const wrong = sourceFault(written.source) ?? longText(written);
  if (wrong !== undefined) return wrong;
  const { stated, note, episode, source } = written;
  return {
    draft: {
      sender,
      host,
      measure,
      ...(number !== undefined && { number }),
      unit,
      scope,
      ...(stated !== undefined && { stated }),
      ...(asOf !== undefined && { asOf }),
      kind,
      source,
      ...(note !== undefined && { note }),
      ...(episode !== undefined && { episode }),
    },
  };
}

type Fault = { readonly reason: string; readonly value?: string };

function partyOf(text: string | undefined, role: 'sender' | 'host'): StateCode | Fault {
  if (text === undefined) return { reason: `no ${role} is given; write a state, e.g. MX.` };
  if (role === 'host' && text === SEVERAL_STATES) return SEVERAL_STATES;
  return (
    stateStated(text) ??
    stateInFull(text)?.state ??
    fault(text, 'is no state; write ISO 3166-1 such as MX or MEX, a name, or EU, UN, NATO')
  );
}

function memberOf<T extends string>(
  known: readonly T[],
  text: string | undefined,
  column: string,
): T | Fault {
  if (text === undefined)
    return { reason: `no ${column} is given; write one of ${known.join(', ')}.` };
  const found = known.find((one) => one === text.toLowerCase());
  return found ?? fault(text, `is no ${column}; write one of ${known.join(', ')}`);
}

/** An absent `max` beside a `min` is no upper end; an absent `min` beside a `max` is none, 0. */
function numberOf(
  min: string | undefined,
  max: string | undefined,
): NonNullable<EntryDraft['number']> | Fault | undefined {
  if (min === undefined && max === undefined) return undefined;
  const unread = [min, max].find((text) => text !== undefined && !/^\d{1,7}$/.test(text));
  if (unread !== undefined) return fault(unread, 'is no count; write digits alone');
  const bounds = { min: Number(min ?? 0), max: max === undefined ? null : Number(max) };
  if (Math.max(bounds.min, bounds.max ?? 0) > MOST_PEOPLE) {
    return fault((max ?? min)!, `is more than ${MOST_PEOPLE}; correct it`);
  }
  if (bounds.max !== null && bounds.max < bounds.min) {
    return fault(max!, `is less than the lower bound ${min}; correct one of the two`);
  }
  return bounds;
}

/** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them with `/` between; `undefined` for anything else. */
export function daysBetween(text: string): Days | undefined {
  const parts = text.split('/');
  if (parts.length > 2) return undefined;
  const [first, last] = [daysStated(parts[0]!), daysStated(parts.at(-1)!)];
  if (first === undefined || last === undefined || first.first > last.last) return undefined;
  return { first: first.first, last: last.last };
}

function sourceFault({ name, url, date }: FactSource): Fault | undefined {
  if (name === '') return { reason: 'no source is named; say who states this.' };
  if (url !== undefined && !/^https?:\/\/[^\s/][^\s/.]*\.\S+$/i.test(url)) {
    return fault(url, 'is no address; write the page that states it, beginning with https://');
  }
  if (date !== undefined && daysStated(date) === undefined) {
    return fault(date, 'is no date; write YYYY, YYYY-MM or YYYY-MM-DD');
  }
  return undefined;
}

function longText({ stated, note, episode, source }: WrittenEntry): Fault | undefined {
  const long = [stated, note, episode, source.name].find(
    (text) => (text ?? '').length > MOST_LENGTH,
  );
  if (long === undefined) return undefined;
  return fault(long, `is longer than ${MOST_LENGTH} characters; shorten it`);
}

function fault(value: string, what: string): Fault {
  const cut = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return { reason: `"${cut}" ${what}.`, value: value.slice(0, 200) };
}
